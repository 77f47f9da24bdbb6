/// What a person was told about the use of the number, and how (番号法・個人情報保護法21条).
public struct Declaration: Hashable, Sendable {
  /// Its identifier.
  public let id: DeclarationID
  /// The ids of the purposes declared, sorted by bytes, each once.
  public let purposes: [String]
  /// The day on which the person was told.
  public let date: CalendarDate
  /// How the person was told, in a word of the policy.
  public let method: String
  /// SHA-256 of the notice's text; nil when no text was kept.
  public let noticeDigest: [UInt8]?
  /// The user who recorded it.
  public let by: String

  /// Makes a declaration; purposes are sorted and an empty digest counts as none.
  public init(
    id: DeclarationID, purposes: [String], date: CalendarDate, method: String,
    noticeDigest: [UInt8]? = nil, by: String
  ) {
    self.id = id
    self.purposes = Self.sorted(purposes)
    self.date = date
    self.method = method
    self.noticeDigest = noticeDigest.flatMap { $0.isEmpty ? nil : $0 }
    self.by = by
  }

  /// By bytes, each once.
  private static func sorted(_ purposes: [String]) -> [String] {
    let isSorted = zip(purposes, purposes.dropFirst()).allSatisfy(bytesAscend)
    return isSorted ? purposes : Set(purposes).sorted(by: bytesAscend)
  }

  /// Whether a purpose was declared.
  public func covers(_ purpose: String) -> Bool { purposes.contains(purpose) }
}

/// Whether the left text comes first in the order of UTF-8 bytes.
func bytesAscend(_ left: String, _ right: String) -> Bool {
  left.utf8.lexicographicallyPrecedes(right.utf8)
}

extension Declaration {
  func write(to writer: inout RecordWriter) {
    writer.identifier(id.raw)
    writer.count(purposes.count)
    for purpose in purposes { writer.text(purpose) }
    writer.date(date)
    writer.text(method)
    writer.data(noticeDigest ?? [])
    writer.text(by)
  }

  init(_ reader: inout RecordReader, _ bytes: Span<UInt8>) throws(PeopleError) {
    id = DeclarationID(raw: try reader.identifier(bytes))
    purposes = try reader.list(bytes, smallest: 4) {
      (reader, bytes) throws(PeopleError) in try reader.text(bytes)
    }
    guard zip(purposes, purposes.dropFirst()).allSatisfy(bytesAscend) else { throw .malformed }
    date = try reader.date(bytes)
    method = try reader.text(bytes)
    noticeDigest = try reader.optionalData(bytes)
    by = try reader.text(bytes)
  }
}
