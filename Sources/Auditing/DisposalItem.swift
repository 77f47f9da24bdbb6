internal import JSON
public import People

/// One line of a certificate of disposal: a version of a person's number that went for a purpose.
public struct DisposalItem: Hashable, Sendable {
  /// The person's code, a pseudonym.
  public let person: String
  /// The version of the number.
  public let version: Int
  /// The purpose for which it went.
  public let purpose: String
  /// Why: `retention-ended` or `corrected`.
  public let cause: String
  /// The index of the entry that decided it.
  public let decision: Int
  /// The first day on which the number had to be gone.
  public let disposal: CalendarDate
  /// Whether that day rests on a presumption.
  public let isPresumed: Bool
  /// The documents that held the number.
  public let documents: [DisposalDocument]
  /// What was overwritten.
  public let destroyed: [DestroyedRow]

  /// What an entry `purged` states of its person.
  static func all(in entry: Entry) throws(AuditingError) -> [DisposalItem] {
    guard case .array(let values)? = entry.content.detail["items"] else { return [] }
    var items: [DisposalItem] = []
    for case .object(let members) in values {
      let person = CanonicalValue.string(entry.content.person ?? "")
      items.append(try DisposalItem(.object(members.merging(["person": person]) { $1 })))
    }
    return items
  }

  init(_ value: CanonicalValue) throws(AuditingError) {
    var members = try MemberReader(value)
    person = try members.string("person")
    version = try members.integer("version")
    purpose = try members.string("purpose")
    cause = try members.string("cause")
    decision = try members.integer("decision")
    guard let disposal = try members.optionalDate("disposal") else {
      throw members.malformed("disposal")
    }
    self.disposal = disposal
    isPresumed = try members.bool("presumed")
    var documents: [DisposalDocument] = []
    for value in try members.array("documents") { documents.append(try DisposalDocument(value)) }
    self.documents = documents
    var destroyed: [DestroyedRow] = []
    for value in try members.array("destroyed") { destroyed.append(try DestroyedRow(value)) }
    self.destroyed = destroyed
    try members.end()
  }
}
