public import People
public import Rules

/// How a person's number and identity were verified: kinds of documents, channel and dates, by
/// whom it was recorded.
///
/// No document number and no image is kept. It is sealed under the evidence compartment.
public struct EvidenceRecord: Hashable, Sendable {
  /// What is kept of it.
  public enum Particulars: Hashable, Sendable {
    /// What the columns of a person file said.
    case columns(EvidenceColumns)
    /// The whole case.
    case stated(IdentityCase)
  }

  /// What is kept of it.
  public let particulars: Particulars
  /// Who recorded it: a user's id.
  public let recordedBy: String

  /// Describes a verification.
  public init(_ particulars: Particulars, recordedBy: String) {
    self.particulars = particulars
    self.recordedBy = recordedBy
  }

  /// What the rules of its day say of it.
  ///
  /// - Parameters:
  ///   - record: Whose evidence it is.
  ///   - today: No verification is later than this.
  public func answer(
    of record: borrowing PersonRecord, under rules: IdentityRules, today: CalendarDate
  ) -> IdentityAnswer {
    switch particulars {
    case .columns(let columns):
      rules.judge(columns.evidence(of: record.kind, record.standing), today: today)
    case .stated(let identity): rules.judge(identity)
    }
  }
}

extension EvidenceRecord {
  private static let columnsLayout = 1
  private static let statedLayout = 2

  /// The bytes that are sealed: a layout and its fields, length-prefixed.
  func encoded() -> [UInt8] {
    var writer = FieldWriter()
    switch particulars {
    case .columns(let columns):
      writer.write(Self.columnsLayout)
      writer.write(columns.numberDocument ?? "")
      writer.write(columns.identityDocuments.count)
      for document in columns.identityDocuments { writer.write(document) }
      writer.write(columns.method?.english ?? "")
      writer.write(columns.verifiedOn?.isoText ?? "")
    case .stated(let identity):
      writer.write(Self.statedLayout)
      writer.write(identity.json())
    }
    writer.write(recordedBy)
    return writer.bytes
  }

  /// Reads what `encoded` wrote.
  init(decoding bytes: Span<UInt8>) throws(PeopleError) {
    var reader = FieldReader()
    let particulars: Particulars =
      switch try reader.integer(from: bytes) {
      case Self.columnsLayout: .columns(try Self.columns(&reader, bytes))
      case Self.statedLayout: .stated(try Self.identityCase(&reader, bytes))
      default: throw .malformed
      }
    let user = try reader.text(from: bytes)
    try reader.finish(bytes)
    self.init(particulars, recordedBy: user)
  }

  private static func columns(
    _ reader: inout FieldReader, _ bytes: Span<UInt8>
  ) throws(PeopleError) -> EvidenceColumns {
    let number = try reader.text(from: bytes)
    let count = try reader.integer(from: bytes)
    guard (0...100).contains(count) else { throw .malformed }
    var documents: [String] = []
    for _ in 0..<count { documents.append(try reader.text(from: bytes)) }
    let method = try reader.text(from: bytes)
    let date = try reader.text(from: bytes)
    return EvidenceColumns(
      numberDocument: number.isEmpty ? nil : number, identityDocuments: documents,
      method: VerificationMethod(label: method), verifiedOn: CalendarDate(parsing: date))
  }

  private static func identityCase(
    _ reader: inout FieldReader, _ bytes: Span<UInt8>
  ) throws(PeopleError) -> IdentityCase {
    let json = try reader.bytes(from: bytes)
    do throws(IdentityCaseError) {
      return try IdentityCase(json: json)
    } catch {
      throw .malformed
    }
  }
}
