import MyNumberKit

/// Where a command reads answers from and writes to.
protocol Terminal: AnyObject {
  /// Whether standard output is a terminal.
  var isOutputTerminal: Bool { get }
  /// Whether standard error is a terminal, where progress may be drawn.
  var isErrorTerminal: Bool { get }
  /// Whether a person can be asked: standard input is a terminal.
  var canAsk: Bool { get }

  /// Writes data to standard output: 0, or an errno.
  func writeOutput(_ bytes: Span<UInt8>) -> Int32
  /// Writes prose to standard error; failures are not told anywhere.
  func writeError(_ text: String)
  /// Reads a line; nil at the end of input.
  func readLine() -> String?
  /// Reads a line without echo into locked memory; nil at the end of input or when interrupted.
  func readSecret(limit: Int) -> SecretBytes?
}

extension Terminal {
  /// Writes data to standard output.
  func write(_ bytes: [UInt8]) throws {
    let number = writeOutput(bytes.span)
    guard number == 0 else { throw TextError.inputOutput(number: number) }
  }

  /// Writes a text to standard output.
  func write(_ text: String) throws { try write(Array(text.utf8)) }

  /// Tells the user something in their language, on standard error.
  ///
  /// What a file or a folder is called may stand in it: no character of it steers the terminal.
  func tell(_ message: Message) {
    for line in message.text.split(separator: "\n") {
      writeError(DisplayWidth.visible(String(line)) + "\n")
    }
  }
}
