public import People
internal import Rules

/// Proof that a log entry is durable, and the name of the one row that it opens.
///
/// It can be neither copied nor made outside this room, and opening consumes it: one durable
/// entry, one reading. What is opened is named here and nowhere else.
public struct Receipt<Use: ReceiptUse>: ~Copyable {
  /// Where the person's rows stand.
  public let personRow: Int64
  /// The id that the associated data bind.
  public let personID: PersonID
  /// The person's code, for messages.
  public let personCode: String
  /// The version of the number.
  public let version: Int
  /// The purpose it is opened for.
  public let purpose: String
  /// The key under which it opens.
  public let key: String
  /// The key for which a widening wraps what was opened; nil for anything else.
  public let target: String?
  /// The declaration on which the decision rests.
  public let declaration: DeclarationID?
  /// The form copy it is read for.
  public let form: String?
  /// The index of the durable entry.
  public let entryIndex: Int

  init(target: ReceiptTarget, entryIndex: Int) {
    personRow = target.personRow
    personID = target.personID
    personCode = target.personCode
    version = target.version
    purpose = target.purpose
    key = target.key
    self.target = target.target
    declaration = target.declaration
    form = target.form
    self.entryIndex = entryIndex
  }
}
