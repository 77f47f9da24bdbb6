import ArgumentParser
import MyNumberKit

/// `audit witness-key`: makes a witness's key pair; it needs no vault.
struct AuditWitnessKeyCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "witness-key",
      Message("Make a witness's key pair.", "立会人の鍵の対を作る。"),
      Message(
        """
        For somebody outside the house, such as an accountant or a works council: writes the private \
        key under a passphrase, and prints the witness's name and public key, by which 'audit verify \
        --witness' knows its cosignatures. It needs no vault.
        """,
        """
        社外の者（税理士、労働者の代表など）が使う。秘密鍵をパスフレーズで封印して書き出し、立会人の名前と公開鍵を表示\
        する。'audit verify --witness' はこれで連署を確かめる。保管庫は要らない。
        """),
      example: "mynumber audit witness-key --name office.example.jp --out witness.key")
  }

  @Option(
    help: .both(
      "A name of visible ASCII without +, such as a domain.", "名前。+ を除く表示できる ASCII（ドメインなど）。",
      valueName: "name"))
  var name: String

  @Option(
    help: .both("The file to write; it must be new.", "書き出すファイル。新しいものに限る。", valueName: "file"))
  var out: String

  @Option(
    help: .both(
      "A file of mode 0600 with the passphrase; otherwise it is asked for.",
      "パスフレーズのファイル（0600）。なければ入力を求める。", valueName: "file"))
  var newPassphraseFile: String?

  @OptionGroup var language: LanguageOptions

  func run(in context: CommandContext) throws {
    let file = try PrivateFile(creating: context.path(out))
    let passphrase = try PassphraseReader(context).newPassphrase(
      file: newPassphraseFile, asking: .receiverPassphrase, option: "--new-passphrase-file")
    let key: WitnessKey
    do throws(SealingError) {
      key = try WitnessKey(name: name, under: passphrase, random: context.random)
    } catch {
      guard error.code == .malformed else { throw error }
      throw Failure.usage(.badWitnessName)
    }
    let bytes = Array(key.text.utf8)
    try file.write(bytes.span)
    try file.finish()
    try context.terminal.write("\(key.witness.text)\n")
    context.terminal.tell(.witnessKeyMade(out))
  }
}
