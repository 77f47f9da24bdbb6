import ArgumentParser

/// Finds out which command a command line means, for the hint after a usage error.
enum CommandPath {
  /// The names of the commands that the arguments begin with, such as `person import`.
  static func of(_ arguments: [String]) -> String {
    var type: any ParsableCommand.Type = MyNumberCommand.self
    var path: [String] = []
    for argument in arguments where !argument.hasPrefix("-") {
      let next = type.configuration.subcommands.first { name(of: $0) == argument }
      guard let next else { break }
      type = next
      path.append(argument)
    }
    return path.joined(separator: " ")
  }

  private static func name(of type: any ParsableCommand.Type) -> String {
    type.configuration.commandName ?? ""
  }
}
