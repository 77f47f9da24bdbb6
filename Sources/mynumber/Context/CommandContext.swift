import MyNumberKit

/// The surroundings of a command: clock, randomness, terminal, environment and folder.
final class CommandContext {
  /// The clock.
  let now: () -> Timestamp
  /// The source of randomness.
  let random: RandomBytes
  /// Standard input, output and error.
  let terminal: any Terminal
  /// The environment variables.
  let environment: [String: String]
  /// The folder that relative paths start from.
  let workingDirectory: String
  /// The program's own path.
  let executable: String
  /// The vault that somebody has signed in to.
  var vault: Vault?

  init(
    now: @escaping () -> Timestamp = Timestamp.now, random: RandomBytes = RandomBytes(),
    terminal: any Terminal, environment: [String: String], workingDirectory: String,
    executable: String
  ) {
    self.now = now
    self.random = random
    self.terminal = terminal
    self.environment = environment
    self.workingDirectory = workingDirectory
    self.executable = executable
  }

  /// Today in Japan.
  var today: CalendarDate { now().japanDate }

  /// A path as the process must use it.
  func path(_ given: String) -> String {
    given.hasPrefix("/") ? given : "\(workingDirectory)/\(given)"
  }

  /// A variable that is set and not empty.
  func variable(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}
