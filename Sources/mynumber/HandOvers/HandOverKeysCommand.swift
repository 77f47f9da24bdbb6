import ArgumentParser
import MyNumberKit

/// `handover keys`: makes a receiver's key pair; it needs no vault.
struct HandOverKeysCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "keys",
      Message("Make a receiver's key pair.", "受け取る側の鍵の対を作る。"),
      Message(
        """
        For the contractor: writes the private key under a passphrase, and prints the public key, \
        which goes into the employer's file of the contract as public_key, so that nobody on the \
        way can read a hand-over (番号法12条). It needs no vault and writes nothing else.
        """,
        """
        委託先が使う。秘密鍵をパスフレーズで封印して書き出し、公開鍵を表示する。公開鍵は委託者の契約ファイルに public_key \
        として書く。引渡しの途中で誰にも読まれないためのもの（番号法12条）。保管庫は要らず、ほかには何も書き込まない。
        """),
      example: "mynumber handover keys --out receiver.key")
  }

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
    let key = try ReceiverKey(under: passphrase, random: context.random)
    let bytes = Array(key.text.utf8)
    try file.write(bytes.span)
    try file.finish()
    try context.terminal.write("\(key.publicText)\n")
    context.terminal.tell(.receiverKeyMade(out))
  }
}
