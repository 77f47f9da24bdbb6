import ArgumentParser
import MyNumberKit

/// `user list`: who may work with the vault, as the log says.
struct UserListCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "list",
      Message("List the users.", "利用者を一覧にする。"),
      Message(
        """
        Shows users as the replayed log knows them, revoked ones too, with the keys they hold. It \
        needs no passphrase. 'first' means that the first passphrase, which somebody else may \
        know, was never changed.
        """,
        """
        記録から再現した利用者を、取り消された人も含めて、持つ鍵とともに表示する。パスフレーズは要らない。first は、他人が\
        知り得る最初のパスフレーズのままであることを示す。
        """),
      example: "mynumber user list --vault acme.vault --format csv")
  }

  @OptionGroup var format: FormatOptions
  @OptionGroup var place: VaultOptions

  func run(in context: CommandContext) throws {
    let vault = try VaultAccess(context).open(place)
    var listing = Listing([
      .init("id", "Id", "ID"), .init("name", "Name", "名前"), .init("roles", "Roles", "役割"),
      .init("organisation", "Organisation", "所属"), .init("until", "Until", "最終日"),
      .init("status", "Status", "状態", isWord: true), .init("keys", "Keys", "鍵"),
    ])
    for user in vault.authority.users.values.sorted(by: { $0.addedIndex < $1.addedIndex }) {
      listing.rows.append(Self.row(user, vault))
    }
    try listing.write(to: context, as: format.format)
    let due = vault.authority.keyNames.filter(vault.authority.rotationDue.contains)
    if !due.isEmpty { context.terminal.tell(.rotationDue(of: due)) }
  }

  private static func row(_ user: UserAccount, _ vault: Vault) -> [String] {
    let keys = vault.authority.keyNames.filter { vault.authority.holds(user: user.id, key: $0) }
    return [
      user.id, user.name, user.statement.roles.joined(separator: "; "),
      user.statement.organisation ?? "", user.statement.until?.isoText ?? "",
      status(user, vault, holdsKeys: !keys.isEmpty), keys.joined(separator: "; "),
    ]
  }

  private static func status(_ user: UserAccount, _ vault: Vault, holdsKeys: Bool) -> String {
    if user.revokedIndex != nil { return "revoked" }
    if !user.isActive(on: vault.decisionDay) { return "ended" }
    let wanted = user.statement.roles.contains { role in
      vault.policy.role(RoleID(rawValue: role))?.keys.isEmpty == false
    }
    if wanted && !holdsKeys { return "pending" }
    return user.hasFirstPassphrase && user.id != "u0" ? "first" : "active"
  }
}
