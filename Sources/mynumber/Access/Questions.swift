import MyNumberKit

/// Asks on the terminal for what the command line does not say.
struct Questions {
  private let context: CommandContext

  init(_ context: CommandContext) { self.context = context }

  /// A line of text.
  ///
  /// - Throws: A usage error that names the option, if nobody can be asked.
  func answer(to question: Message, option: String) throws -> String {
    guard context.terminal.canAsk else { throw Failure.usage(.optionMissing(option)) }
    context.terminal.writeError("\(question.text): ")
    guard let line = context.terminal.readLine(), !line.isEmpty else {
      throw Failure.usage(.optionMissing(option))
    }
    return line
  }
}
