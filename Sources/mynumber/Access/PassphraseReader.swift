import MyNumberKit

/// Reads passphrases from a file or from the terminal, into locked memory and never a String.
struct PassphraseReader {
  private let context: CommandContext

  /// The longest passphrase, in bytes of UTF-8.
  static let limit = 1024

  init(_ context: CommandContext) { self.context = context }

  /// A passphrase that exists already.
  ///
  /// - Throws: A usage error that names the option if there is neither a file nor a terminal.
  func passphrase(
    file: String?, asking question: Message, option: String
  ) throws -> SecretBytes {
    if let file { return try PassphraseFile.read(context.path(file), named: file) }
    return try asked(question, option)
  }

  /// A passphrase to be set: typed twice, and long enough.
  func newPassphrase(
    file: String?, asking question: Message, option: String
  ) throws -> SecretBytes {
    let passphrase = try passphrase(file: file, asking: question, option: option)
    guard UserSecrets.isLongEnough(passphrase) else {
      throw Failure.usage(.passphraseTooShort)
    }
    if file == nil {
      let again = try asked(.again, option)
      guard again.withSpan({ passphrase.isEqual(to: $0) }) else {
        throw Failure.usage(.passphrasesDiffer)
      }
    }
    return passphrase
  }

  private func asked(_ question: Message, _ option: String) throws -> SecretBytes {
    guard context.terminal.canAsk else { throw Failure.usage(.optionMissing(option)) }
    context.terminal.writeError("\(question.text): ")
    guard let passphrase = context.terminal.readSecret(limit: Self.limit) else {
      throw Failure.usage(.noPassphrase)
    }
    return passphrase
  }
}
