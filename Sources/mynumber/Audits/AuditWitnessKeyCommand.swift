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

  @OptionGroup var file: NewKeyFileOptions

  @OptionGroup var language: LanguageOptions

  func run(in context: CommandContext) throws {
    let key = try file.write(in: context, text: { $0.text }) { passphrase in
      do throws(SealingError) {
        return try WitnessKey(name: name, under: passphrase, random: context.random)
      } catch {
        guard error.code == .malformed else { throw error }
        throw Failure.usage(.badWitnessName)
      }
    }
    try context.terminal.write("\(key.witness.text)\n")
    context.terminal.tell(.witnessKeyMade(file.out))
  }
}
