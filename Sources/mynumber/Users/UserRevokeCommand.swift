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
        Erases what was sealed to the user and lists the keys that they held. It does not reach \
        copies: somebody who left with a copy of keys.sqlite and the passphrase still has those \
        keys. Their rotation is due then: 'mynumber key rotate', by a holder or with the recovery file.
        """,
        """
        その利用者に封印されたものを消し、持っていた鍵を示す。写しには及ばない。keys.sqlite の写しとパスフレーズを持って\
        去った人は鍵を持ったままである。そのため鍵の更新が必要になる（保有者か復旧ファイルで 'mynumber key rotate'）。
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
    context.terminal.tell(.userRevoked(name, held: keys))
    let now = session.vault.authority
    let due = keys.filter { now.rotationDue.contains($0) }
    if !due.isEmpty { context.terminal.tell(.rotationDue(of: due)) }
  }
}
