import ArgumentParser
import MyNumberKit

/// `key list`: the keys as the log states them, with their holders.
struct KeyListCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "list",
      Message("List the keys.", "鍵を一覧にする。"),
      Message(
        """
        Shows each key with its generation and its holders, and whether its rotation is due or was \
        interrupted. It needs no passphrase. The recovery file holds every key and is not listed.
        """,
        """
        鍵ごとに世代と保有者を示し、更新が必要か、更新が途中で止まっているかを示す。パスフレーズは要らない。復旧ファイルは\
        全ての鍵を持つので載せない。
        """),
      example: "mynumber key list --vault acme.vault --format csv")
  }

  @OptionGroup var format: FormatOptions
  @OptionGroup var place: VaultOptions

  func run(in context: CommandContext) throws {
    let vault = try VaultAccess(context).open(place)
    var listing = Listing([
      .init("key", "Key", "鍵"), .init("generation", "Generation", "世代"),
      .init("holders", "Holders", "保有者"), .init("status", "Status", "状態", isWord: true),
    ])
    for key in vault.authority.keyNames {
      listing.rows.append([
        key, "\(vault.authority.newestGeneration(of: key) ?? 0)",
        vault.activeHolders(of: key).map(\.name).joined(separator: "; "),
        Self.status(key, vault),
      ])
    }
    try listing.write(to: context, as: format.format)
  }

  private static func status(_ key: String, _ vault: Vault) -> String {
    if vault.authority.rotationDue.contains(key) { return "rotation-due" }
    if vault.authority.rotationUnfinished.contains(key) { return "rotation-unfinished" }
    return vault.activeHolders(of: key).isEmpty ? "no-holder" : "in-use"
  }
}

extension Vault {
  /// The users who hold a key and may act today.
  func activeHolders(of key: String) -> [UserAccount] {
    authority.holders(of: key).filter { $0.isActive(on: decisionDay) }
  }
}
