internal import People
internal import Rules

/// What a grant allowed to be opened, kept until its entry is durable.
struct ReceiptTarget {
  let personRow: Int64
  let personID: PersonID
  let personCode: String
  let version: Int
  let purpose: String
  let key: String
  let target: String?
  let declaration: DeclarationID?
  let form: String?
  /// The entry's place in its batch.
  let offset: Int

  init(_ grant: borrowing Grant, offset: Int) {
    personRow = grant.personRow
    personID = grant.personID
    personCode = grant.personCode.text
    version = grant.version
    purpose = grant.purpose.rawValue
    key = grant.key.name
    target = grant.target?.name
    declaration = grant.declaration
    form = grant.form?.rawValue
    self.offset = offset
  }
}
