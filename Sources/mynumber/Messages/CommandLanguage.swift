import ArgumentParser

/// The language in which the command speaks.
enum CommandLanguage: String, CaseIterable, ExpressibleByArgument, Sendable {
  case japanese = "ja"
  case english = "en"

  /// The language of the command that runs.
  @TaskLocal static var current = CommandLanguage.english

  /// By `--lang`, else LC_ALL, LC_MESSAGES, LANG, of which the first that is set decides.
  ///
  /// It is wanted before the arguments are parsed, since help and usage errors are words too.
  init(arguments: [String], environment: [String: String]) {
    if let asked = Self.asked(arguments) {
      self = asked
      return
    }
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let locale = names.compactMap { environment[$0] }.first { !$0.isEmpty }
    self = locale?.hasPrefix("ja") == true ? .japanese : .english
  }

  private static func asked(_ arguments: [String]) -> CommandLanguage? {
    for (place, argument) in arguments.enumerated() {
      if argument == "--" { return nil }
      if argument == "--lang", place + 1 < arguments.count {
        return CommandLanguage(rawValue: arguments[place + 1])
      }
      if argument.hasPrefix("--lang=") {
        return CommandLanguage(rawValue: String(argument.dropFirst(7)))
      }
    }
    return nil
  }
}
