public import People

/// A user of the vault on the day of the report.
public struct UserStanding: Hashable, Sendable {
  /// What an inspector asks about a user.
  public enum Fact: String, Hashable, Sendable, CaseIterable {
    /// Several roles in one hand (兼務): a fact of small firms, stated.
    case combinedRoles = "combined-roles"
    /// The roles may hold keys and the user holds none yet.
    case pending
    /// Whoever set the first passphrase can act as this user.
    case firstPassphrase = "first-passphrase"
    /// No sign-in for the days asked for.
    case dormant
    /// From another organisation.
    case external
    /// The last day has passed.
    case expired
    /// Revoked.
    case revoked
  }

  /// The id.
  public let id: String
  /// The name the user signs in with.
  public let name: String
  /// The organisation of an outsider.
  public let organisation: String?
  /// Role ids.
  public let roles: [String]
  /// The last day on which the user may act.
  public let until: CalendarDate?
  /// The facts, in the order of the enum.
  public let facts: [Fact]
  /// The day (in Japan) of the last sign-in.
  public let lastSignIn: CalendarDate?
  /// The entries that added, changed or revoked the user, and the last sign-in.
  public let entries: EntryRanges
}

extension UserStanding {
  static let columns: [ReportColumn] = [
    .user, ReportColumn("name", "氏名・名称", "Name"),
    ReportColumn("organisation", "所属", "Organisation"),
    ReportColumn("roles", "役割", "Roles"), ReportColumn("until", "期限", "Until"),
    ReportColumn("last_sign_in", "最終サインイン", "Last sign-in"),
    ReportColumn("facts", "確認事項", "Facts"), .entries,
  ]

  func cells(_ names: ReportNames) -> [ReportCell] {
    [
      .text(id), .text(name), .optional(organisation), .list(roles.map(names.role)),
      .optional(until?.isoText), .optional(lastSignIn?.isoText),
      .list(facts.map { .word(id: $0.rawValue, $0.words) }), .entries(entries),
    ]
  }
}

extension UserStanding.Fact {
  fileprivate var words: Words {
    switch self {
    case .combinedRoles: Words("兼務", "combined roles")
    case .pending: Words("鍵の付与待ち", "pending: holds no key yet")
    case .firstPassphrase: Words("初回パスフレーズのまま", "first passphrase unchanged")
    case .dormant: Words("長期未使用", "dormant")
    case .external: Words("外部", "external")
    case .expired: Words("期限切れ", "expired")
    case .revoked: Words("停止済み", "revoked")
    }
  }
}
