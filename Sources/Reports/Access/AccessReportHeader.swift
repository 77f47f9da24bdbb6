public import People

/// Which log a report speaks of, how far signatures reach, and what was asked.
public struct AccessReportHeader: Hashable, Sendable {
  /// The vault id, base64url.
  public let vault: String
  /// The employer's name.
  public let organisation: String
  /// The corporate number; nil for a sole proprietor.
  public let corporateNumber: String?
  /// How many entries the log has.
  public let logSize: Int
  /// The root over them, base 64 as in checkpoints.
  public let root: String
  /// The id of the user who signed the newest checkpoint.
  public let signer: String?
  /// How many entries that signature covers.
  public let signedSize: Int
  /// How many entries follow it.
  public let unsignedEntries: Int
  /// How many signatures were checked: each checkpoint's, by whoever acted in its commit.
  public let checkpoints: Int
  /// The newest checkpoint from outside.
  public let outside: OutsideStanding?
  /// The one whose cosignature by a witness was checked.
  public let witnessed: OutsideStanding?
  /// SHA-256 of the policy in force, hexadecimal.
  public let policy: String
  /// What was asked.
  public let parameters: AccessReportParameters
  /// How many entries passed the filters.
  public let entriesShown: Int
  /// The time of the first of them.
  public let firstEntry: Timestamp?
  /// The time of the last of them.
  public let lastEntry: Timestamp?
}
