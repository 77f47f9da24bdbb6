import ArgumentParser
import MyNumberKit

/// `handover open`: opens a file that was handed over; it needs no vault.
struct HandOverOpenCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "open",
      Message("Open a file that was handed over.", "引き渡されたファイルを開く。"),
      Message(
        """
        For the contractor: opens with the private key that 'mynumber handover keys' made, or with \
        the passphrase that was given apart. What it holds goes to a terminal only, unless --stdout \
        or --out is given; --out writes a new file that nobody else may read. It needs no vault. \
        Status 77 for a wrong passphrase, 76 for a file that was altered, cut short or sealed to \
        another key. Keep what was written as your contract says, and destroy it after the work \
        (番号法12条, 20条).
        """,
        """
        委託先が使う。'mynumber handover keys' で作った秘密鍵、または別に伝えられたパスフレーズで開く。内容は端末にだけ\
        表示し、それ以外へは --stdout か --out を付けたときだけ出す。--out は本人だけが読める新しいファイルに書く。保管庫は\
        要らない。パスフレーズが違えば77、改ざん・欠落・別の鍵のファイルは76で終わる。\
        書き出したものは契約に従って管理し、用が済めば廃棄する（番号法12条、20条）。
        """),
      example: "mynumber handover open yamada.handover --key receiver.key --out numbers.csv")
  }

  @Argument(help: .both("The file.", "ファイル。"))
  var file: String

  @Option(help: .both("The receiver's key file.", "受け取る側の鍵ファイル。", valueName: "file"))
  var key: String?

  @Option(
    help: .both(
      "A file of mode 0600 with the passphrase of the key file, or of the hand-over; otherwise it is "
        + "asked for.",
      "鍵ファイルまたは引渡しのパスフレーズのファイル（0600）。なければ入力を求める。", valueName: "file"))
  var passphraseFile: String?

  @Option(help: .both("Write to a new file of mode 0600.", "新しいファイル（0600）に書く。", valueName: "file"))
  var out: String?

  @Flag(help: .both("Write even if it is no terminal.", "端末でなくても書き出す。"))
  var stdout = false

  @OptionGroup var language: LanguageOptions

  private static let limit = 1 << 28

  func run(in context: CommandContext) throws {
    let terminal = context.terminal
    guard out != nil || stdout || terminal.isOutputTerminal else {
      throw Failure.usage(.numbersNeedTerminal)
    }
    let handOver = try handOver(context)
    let plain = try opened(handOver, context)
    if let out { return try write(plain, to: context.path(out)) }
    let number = plain.withSpan { terminal.writeOutput($0) }
    guard number == 0 else { throw TextError.inputOutput(number: number) }
  }

  private func handOver(_ context: CommandContext) throws -> HandOverFile {
    let bytes = try InputFile.bytes(context.path(file), named: file, limit: Self.limit)
    do {
      return try HandOverFile(parsing: bytes)
    } catch {
      throw Failure(ExitStatus.integrity, .notAHandOver(file))
    }
  }

  private func opened(_ handOver: HandOverFile, _ context: CommandContext) throws -> SecretBytes {
    let receiver = try receiverKey(for: handOver, context)
    let passphrase = try PassphraseReader(context).passphrase(
      file: passphraseFile, asking: receiver == nil ? .handOverPassphrase : .receiverPassphrase,
      option: "--passphrase-file")
    do throws(SealingError) {
      guard let receiver else { return try handOver.open(under: passphrase) }
      return try handOver.open(with: receiver, passphrase: passphrase)
    } catch {
      switch error.code {
      case .wrongPassphrase:
        throw Failure(
          ExitStatus.refused, receiver == nil ? .wrongHandOverPassphrase : .wrongKeyPassphrase)
      case .cryptography: throw error
      default: throw Failure(ExitStatus.integrity, .handOverNotAuthentic(file))
      }
    }
  }

  /// The key file, which a file that is sealed to a key needs, and one under a passphrase has not.
  private func receiverKey(
    for handOver: HandOverFile, _ context: CommandContext
  ) throws -> ReceiverKey? {
    switch (handOver.way, key) {
    case (.passphrase, nil): return nil
    case (.passphrase, .some): throw Failure.usage(.handOverHasNoKey)
    case (.key, nil): throw Failure.usage(.handOverNeedsKey)
    case (.key, let key?):
      let bytes = try InputFile.bytes(context.path(key), named: key, limit: 1 << 12)
      guard let text = String(validating: bytes, as: UTF8.self),
        let receiver = try? ReceiverKey(parsing: text)
      else { throw Failure(ExitStatus.badInput, .notAReceiverKey(key)) }
      return receiver
    }
  }

  private func write(_ plain: borrowing SecretBytes, to path: String) throws {
    let file = try PrivateFile(creating: path)
    try plain.withSpan { (bytes) throws(TextError) in try file.write(bytes) }
    try file.finish()
  }
}
