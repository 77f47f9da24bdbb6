public import JSON
public import People

/// A copy of keys.sqlite that stood when a certificate of disposal was made.
///
/// With it, a copy of the records of its time and a user's passphrase, what the certificate says is
/// destroyed can be opened: the disposal is complete when the copy is destroyed too.
public struct KeyCopyNote: Hashable, Sendable {
  /// The register's id, 32 hex digits.
  public let id: String
  /// The day on which the copy was made.
  public let made: CalendarDate
  /// The day by which it is to be destroyed.
  public let due: CalendarDate?

  init(_ record: BackupRecord) {
    id = record.id
    made = record.time.japanDate
    due = record.due
  }

  init(_ value: CanonicalValue) throws(AuditingError) {
    var members = try MemberReader(value)
    id = try members.string("id")
    guard let made = try members.optionalDate("made") else { throw members.malformed("made") }
    self.made = made
    due = try members.optionalDate("due")
    try members.end()
  }

  /// The object of the certificate.
  public var value: CanonicalValue {
    var members: [String: CanonicalValue] = ["id": .string(id), "made": .string(made.isoText)]
    members["due"] = due.map { .string($0.isoText) }
    return .object(members)
  }
}

extension BackupBook {
  /// The copies of keys.sqlite that stand and may hold what the entry with this index destroyed.
  public func keyCopies(before entry: Int) -> [KeyCopyNote] {
    copies.filter { $0.kind == .keys && $0.isOutstanding && $0.mayHold(destroyedBy: entry) }
      .map(KeyCopyNote.init)
  }

  /// The restores before an entry that lost the register: other copies may stand.
  public func gaps(before entry: Int) -> [Int] { gaps.filter { $0 < entry } }
}
