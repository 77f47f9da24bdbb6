public import People
public import Rules
internal import Wording

/// How a person file is taken in.
public struct ImportOptions: Sendable {
  /// What becomes of a number that is held already when the file has one for the person.
  public enum Replacement: Sendable {
    /// The number was wrong: the old version is destroyed at once unless it was filed.
    case correction
    /// The number changed (番号法7条2項): the old version stays with its documents.
    case change(on: CalendarDate, reason: String)
  }

  /// The mapping of the pinned policy by which the file's columns are read.
  public var mapping: String?
  /// Narrows the bundle of each person; never widens it.
  public var purposes: [PurposeID]?
  /// Updates the other columns of people already known.
  public var update = false
  /// The day on which names and addresses that an update changes did so; nil for that of the import.
  ///
  /// The declaration ledger is outdated from then on, unless a notice of change was received.
  public var particularsChangedOn: CalendarDate?
  /// Replaces numbers already held.
  public var replacement: Replacement?
  /// Replaces numbers too that took their place by the same replacement before.
  ///
  /// Without it a file that is imported twice leaves the right number as it is.
  public var replacesAgain = false
  /// How the purposes were told, such as `notice` or `work-rules`.
  public var method = "notice"
  /// SHA-256 of the notice's text.
  public var noticeDigest: [UInt8]?

  /// The defaults.
  public init() {}

  /// The mapping that is asked for.
  ///
  /// - Throws: `.usage` with the names there are.
  func mapping(of policy: Policy) throws(CustodyError) -> ColumnMapping? {
    guard let mapping else { return nil }
    guard let found = policy.mapping(mapping) else {
      let known = policy.mappings.map(\.id).joined(separator: ", ")
      throw CustodyError(.usage("the policy has no mapping of this name; known: \(known)"))
    }
    return found
  }
}
