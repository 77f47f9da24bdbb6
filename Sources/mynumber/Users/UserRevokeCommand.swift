import ArgumentParser
import MyNumberKit

/// `user revoke`: ends a user's authority.
struct UserRevokeCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "revoke",
      Message("End a user's authority.", "利用者の権限を取り消す。"),
      Message(
        """
        Erases what was sealed to the user. Somebody who left with a copy of keys.sqlite and the \
        passphrase still has those keys, so the purposes are due for rotation.
        """,
        """
        その利用者に封印されたものを消す。keys.sqlite の写しとパスフレーズを持って去った人は鍵を持ったままなので、該当する\
        利用目的の鍵を更新する必要がある。
        """),
      example: "mynumber user revoke 高橋 --vault acme.vault --as 佐藤")
  }

  @Argument(help: .both("The user's name.", "利用者の名前。"))
  var name: String

  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let session = try VaultAccess(context).signIn(options)
    let authority = session.vault.authority
    let account = authority.user(named: name)
    let keys = authority.keyNames.filter { key in
      account.map { authority.holds(user: $0.id, key: key) } ?? false
    }
    try Users(session).revoke(name)
    context.terminal.tell(.userRevoked(name, rotationDue: keys))
  }
}
