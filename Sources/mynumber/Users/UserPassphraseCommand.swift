import ArgumentParser
import MyNumberKit

/// `user passphrase`: fresh key pairs under a new passphrase.
struct UserPassphraseCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "passphrase",
      Message("Change your passphrase and your keys.", "自分のパスフレーズと鍵を変える。"),
      Message(
        """
        Always makes fresh key pairs, announced by an entry that the old ones sign, and seals all \
        you hold anew. The purposes' own keys stay as they are: whoever knows the old passphrase \
        and has an older copy of keys.sqlite still holds them, until 'mynumber key rotate'.
        """,
        """
        必ず新しい鍵の対を作り、古い鍵の署名で記録し、持っている鍵を全て封印し直す。利用目的の鍵そのものは変わらない。\
        古いパスフレーズを知り、変更前の keys.sqlite の写しを持つ人は、'mynumber key rotate' までその鍵を持ったままである。
        """),
      example: "mynumber user passphrase --vault acme.vault --as 鈴木")
  }

  @Option(
    help: .both(
      "A file of mode 0600 with the new passphrase.", "新しいパスフレーズのファイル（0600）。", valueName: "file"))
  var newPassphraseFile: String?

  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let session = try VaultAccess(context).signIn(options)
    let passphrase = try PassphraseReader(context).newPassphrase(
      file: newPassphraseFile, asking: .newPassphraseOf(session.account.name),
      option: "--new-passphrase-file")
    try Users(session).changePassphrase(to: passphrase)
    context.terminal.tell(.passphraseChanged)
  }
}
