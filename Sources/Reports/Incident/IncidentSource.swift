/// From what the people whom an incident concerns are found.
public enum IncidentSource: Hashable, Sendable {
  /// What this user read and took out: an id or a name.
  case user(String)
  /// What anybody read and took out in a period.
  case period
  /// vault.sqlite was taken, not keys.sqlite.
  case records
  /// keys.sqlite was taken, not vault.sqlite.
  case keys
  /// Both files were taken.
  case bothFiles
  /// A copy of one of them, by its id in the register of backups.
  case backup(String)
  /// A file with numbers is lost, by its id in the register of exports.
  case export(String)
  /// A file outside the vault is lost, or what was carried or posted, by the entry of the handling
  /// ledger.
  case registered(Int)

  /// A word for data: such as `user u7`, `records`.
  public var text: String {
    switch self {
    case .user(let user): "user \(user)"
    case .period: "period"
    case .records: "records"
    case .keys: "keys"
    case .bothFiles: "both"
    case .backup(let id): "backup \(id)"
    case .export(let id): "export \(id)"
    case .registered(let entry): "registered \(entry)"
    }
  }
}
