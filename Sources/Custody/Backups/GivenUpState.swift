internal import Auditing
internal import JSON

/// How far what a restore gives up was known.
public struct GivenUpState: Hashable, Sendable {
  /// Whether the registers of copies and files were carried over; if not, others may stand.
  public let registerIsWhole: Bool
  /// Whether a user signed the checkpoint that is given up.
  public let checkpointIsVerified: Bool
  /// Whether keys.sqlite is known not to be older than the records that were given up; if not, what was
  /// purged after it was copied opens again, and has to be purged again.
  public let keysAreKnown: Bool
  /// Whether holds set since were entered again; if not, they are lost.
  public let holdsAreKnown: Bool
  /// The digest of the policy that was given up; nil where it is the backup's.
  public let policy: [UInt8]?

  /// The members of the restore's entry.
  var detail: [String: CanonicalValue] {
    var detail: [String: CanonicalValue] = [:]
    if !registerIsWhole { detail[BackupBook.gap] = .bool(true) }
    if !checkpointIsVerified { detail["unverified"] = .bool(true) }
    if !keysAreKnown { detail["keys_unknown"] = .bool(true) }
    if !holdsAreKnown { detail["holds_lost"] = .bool(true) }
    detail["policy_given_up"] = policy.map { .string(Hex.encode($0)) }
    return detail
  }
}
