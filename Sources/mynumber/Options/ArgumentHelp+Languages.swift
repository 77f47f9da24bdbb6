import ArgumentParser

extension ArgumentHelp {
  /// Help in the language of the command that runs.
  static func both(
    _ english: String, _ japanese: String, valueName: String? = nil
  ) -> ArgumentHelp {
    ArgumentHelp(Message(english, japanese).text, valueName: valueName)
  }
}
