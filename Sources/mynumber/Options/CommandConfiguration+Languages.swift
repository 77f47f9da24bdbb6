import ArgumentParser

extension CommandConfiguration {
  /// A command's name, what it does in one line, and a discussion that ends with an example.
  init(
    _ name: String, _ abstract: Message, _ discussion: Message, example: String,
    verbs: [any ParsableCommand.Type] = []
  ) {
    let heading = Message("Example:", "例:").text
    self.init(
      commandName: name, abstract: abstract.text,
      discussion: "\(discussion.text)\n\n\(heading)\n\(example)",
      subcommands: verbs)
  }

  /// A noun with its verbs.
  init(
    noun name: String, _ abstract: Message, _ discussion: Message,
    verbs: [any ParsableCommand.Type]
  ) {
    self.init(
      commandName: name, abstract: abstract.text, discussion: discussion.text,
      subcommands: verbs)
  }
}
