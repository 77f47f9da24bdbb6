import MyNumberKit

/// One line on the terminal that is drawn over while work goes on for more than a second.
final class ProgressLine {
  private let context: CommandContext
  private let started: Timestamp
  private var isShown = false

  init(_ context: CommandContext) {
    self.context = context
    started = context.now()
  }

  deinit { end() }

  /// Draws the line, if somebody looks and a second has passed.
  func show(_ message: Message) {
    guard context.terminal.isErrorTerminal, context.now().seconds > started.seconds + 1 else {
      return
    }
    context.terminal.writeError("\r\u{1B}[K\(message.text)")
    isShown = true
  }

  /// Takes the line away.
  func end() {
    if isShown { context.terminal.writeError("\r\u{1B}[K") }
    isShown = false
  }
}
