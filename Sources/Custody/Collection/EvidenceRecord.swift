public import People

/// How a person's identity was verified: kinds of documents, method, date, by whom.
///
/// No document number and no image is kept. It is sealed under the evidence compartment.
public struct EvidenceRecord: Hashable, Sendable {
  /// The document that proved the number, by the policy's id.
  public let numberDocument: String?
  /// The documents that proved the person.
  public let identityDocuments: [String]
  /// How they were shown.
  public let method: VerificationMethod?
  /// On which day.
  public let verifiedOn: CalendarDate?
  /// Who recorded it: a user's id.
  public let recordedBy: String

  /// Describes a verification.
  public init(
    numberDocument: String?, identityDocuments: [String], method: VerificationMethod?,
    verifiedOn: CalendarDate?, recordedBy: String
  ) {
    self.numberDocument = numberDocument
    self.identityDocuments = identityDocuments
    self.method = method
    self.verifiedOn = verifiedOn
    self.recordedBy = recordedBy
  }

  /// The bytes that are sealed: all fields, length-prefixed.
  func encoded() -> [UInt8] {
    var writer = FieldWriter()
    writer.write(numberDocument ?? "")
    writer.write(identityDocuments.count)
    for document in identityDocuments { writer.write(document) }
    writer.write(method?.english ?? "")
    writer.write(verifiedOn?.isoText ?? "")
    writer.write(recordedBy)
    return writer.bytes
  }

  /// Reads what `encoded` wrote.
  init(decoding bytes: Span<UInt8>) throws(PeopleError) {
    var reader = FieldReader()
    let number = try reader.text(from: bytes)
    let count = try reader.integer(from: bytes)
    guard (0...100).contains(count) else { throw .malformed }
    var documents: [String] = []
    for _ in 0..<count { documents.append(try reader.text(from: bytes)) }
    let method = try reader.text(from: bytes)
    let date = try reader.text(from: bytes)
    let user = try reader.text(from: bytes)
    try reader.finish(bytes)
    self.init(
      numberDocument: number.isEmpty ? nil : number, identityDocuments: documents,
      method: VerificationMethod(label: method), verifiedOn: CalendarDate(parsing: date),
      recordedBy: user)
  }
}
