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
    case columns(IdentityColumns)
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
      rules.judge(
        IdentityEvidence(kind: record.kind, standing: record.standing, columns), today: today)
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
      Self.write(columns, to: &writer)
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

  private static func write(_ columns: IdentityColumns, to writer: inout FieldWriter) {
    writer.write(columns.numberDocument ?? "")
    write(columns.identityDocuments, to: &writer)
    writer.write(columns.method?.english ?? "")
    writer.write(columns.verifiedOn?.isoText ?? "")
    writer.write(columns.livesAbroad ? 1 : 0)
    writer.write(columns.provider?.rawValue ?? "")
    write(columns.powerDocuments, to: &writer)
    writer.write(columns.consentOn?.isoText ?? "")
    write(columns.facts.map(\.rawValue), to: &writer)
    write(
      columns.days.flatMap { [$0.kind.rawValue, $0.document ?? "", $0.date.isoText] }, to: &writer)
  }

  private static func write(_ texts: [String], to writer: inout FieldWriter) {
    writer.write(texts.count)
    for text in texts { writer.write(text) }
  }

  private static func columns(
    _ reader: inout FieldReader, _ bytes: Span<UInt8>
  ) throws(PeopleError) -> IdentityColumns {
    var columns = IdentityColumns()
    columns.numberDocument = try optional(&reader, bytes)
    columns.identityDocuments = try texts(&reader, bytes)
    columns.method = VerificationMethod(label: try reader.text(from: bytes))
    columns.verifiedOn = CalendarDate(parsing: try reader.text(from: bytes))
    columns.livesAbroad = try reader.integer(from: bytes) == 1
    columns.provider = IdentityProvider(rawValue: try reader.text(from: bytes))
    columns.powerDocuments = try texts(&reader, bytes)
    columns.consentOn = CalendarDate(parsing: try reader.text(from: bytes))
    columns.facts = try texts(&reader, bytes).compactMap(IdentityFact.init)
    columns.days = try days(try texts(&reader, bytes))
    return columns
  }

  private static func optional(
    _ reader: inout FieldReader, _ bytes: Span<UInt8>
  ) throws(PeopleError) -> String? {
    let text = try reader.text(from: bytes)
    return text.isEmpty ? nil : text
  }

  private static func texts(
    _ reader: inout FieldReader, _ bytes: Span<UInt8>
  ) throws(PeopleError) -> [String] {
    let count = try reader.integer(from: bytes)
    guard (0...300).contains(count) else { throw .malformed }
    var texts: [String] = []
    for _ in 0..<count { texts.append(try reader.text(from: bytes)) }
    return texts
  }

  private static func days(_ texts: [String]) throws(PeopleError) -> [DocumentDay] {
    guard texts.count.isMultiple(of: 3) else { throw .malformed }
    var days: [DocumentDay] = []
    for start in stride(from: 0, to: texts.count, by: 3) {
      guard let kind = DocumentDay.Kind(rawValue: texts[start]),
        let date = CalendarDate(parsing: texts[start + 2])
      else { throw .malformed }
      let document = texts[start + 1]
      days.append(DocumentDay(kind, of: document.isEmpty ? nil : document, date))
    }
    return days
  }

  private static func identityCase(
    _ reader: inout FieldReader, _ bytes: Span<UInt8>
  ) throws(PeopleError) -> IdentityCase {
    let json = try reader.bytes(from: bytes)
    do throws(CaseError) {
      return try IdentityCase(json: json)
    } catch {
      throw .malformed
    }
  }
}
