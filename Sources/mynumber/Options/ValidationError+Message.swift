import ArgumentParser

extension ValidationError {
  /// A mistake on the command line, in the language of the command that runs.
  init(_ message: Message) { self.init(message.text) }
}
