import MyNumberKit

/// Reads a number from the terminal without echo, or from a file; it never becomes a String.
struct NumberReader {
  private let context: CommandContext
  /// The longest line that is taken, in bytes.
  private static let limit = 100
  private static let attempts = 3

  init(_ context: CommandContext) { self.context = context }

  /// The number of a person.
  ///
  /// - Throws: A usage error if there is neither a file nor a terminal; bad input for what is no
  ///   number, at a terminal after three attempts.
  func number(of code: PersonCode, file: String?) throws -> MyNumber {
    guard let file else { return try askedNumber(of: code, attempts: Self.attempts) }
    let line = try PassphraseFile.read(
      context.path(file), named: file, unfit: Message.badNumberFile)
    do throws(NumberError) {
      return try Self.number(in: line)
    } catch {
      throw Failure(ExitStatus.badInput, .notThatNumber(code.text, error))
    }
  }

  private func askedNumber(of code: PersonCode, attempts: Int) throws -> MyNumber {
    guard context.terminal.canAsk else { throw Failure.usage(.optionMissing("--number-file")) }
    context.terminal.writeError("\(Message.numberOf(code.text).text): ")
    guard let line = context.terminal.readSecret(limit: Self.limit) else {
      throw Failure.usage(.noNumberTyped)
    }
    do throws(NumberError) {
      return try Self.number(in: line)
    } catch {
      let message = Message.notThatNumber(code.text, error)
      guard attempts > 1 else { throw Failure(ExitStatus.badInput, message) }
      context.terminal.tell(message)
    }
    return try askedNumber(of: code, attempts: attempts - 1)
  }

  private static func number(in line: borrowing SecretBytes) throws(NumberError) -> MyNumber {
    try line.withSpan { (bytes) throws(NumberError) in
      try MyNumber(normalising: bytes, encoding: .utf8)
    }
  }
}
