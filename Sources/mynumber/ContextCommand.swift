import ArgumentParser

/// A command that is run with its surroundings passed in, so that a test can run it in-process.
protocol ContextCommand: ParsableCommand {
  /// Does what the command says; what it throws is told by `CommandRunner`.
  func run(in context: CommandContext) throws
}
