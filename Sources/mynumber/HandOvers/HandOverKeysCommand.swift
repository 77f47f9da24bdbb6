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

  @OptionGroup var file: NewKeyFileOptions

  @OptionGroup var language: LanguageOptions

  func run(in context: CommandContext) throws {
    let key = try file.write(in: context, text: { $0.text }) { passphrase in
      try ReceiverKey(under: passphrase, random: context.random)
    }
    try context.terminal.write("\(key.publicText)\n")
    context.terminal.tell(.receiverKeyMade(file.out))
  }
}
