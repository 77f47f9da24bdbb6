public import People
public import Rules
public import Text

/// The layout of a file of notices (届書): the records of the file itself, and those of people.
public struct NoticeLayout: Hashable, Sendable {
  /// Such as `pension-2026`.
  public let name: String
  /// The name that the file must have.
  public let fileName: String
  /// The first day on which such a file is filed.
  public let from: CalendarDate
  /// The last day; nil while no newer layout is known.
  public let until: CalendarDate?
  public let encodings: [TextEncoding]
  /// Whether a row of names stands before the values of each record.
  public let hasHeaders: Bool
  /// The most bytes; nil where none is known.
  public let maximumBytes: Int?
  /// The records of people, by their codes.
  public let records: [RecordLayout]
  /// What the sources leave open.
  public let questions: [FilingQuestion]
  /// 媒体管理レコード.
  let medium: RecordLayout
  /// 事業所数情報.
  let count: RecordLayout
  /// 事業所情報.
  let office: RecordLayout

  /// Whether it is in force on a day.
  public func covers(_ day: CalendarDate) -> Bool {
    from <= day && (until.map { day <= $0 } ?? true)
  }

  /// The form that a record is for the person whom it is about.
  static func form(of record: RecordLayout) -> FormCopyID? {
    record.traits.forms.first { $0.owner == .oneself }?.form
  }

  /// The forms that its records are.
  public var forms: [FormCopyID] { records.compactMap(Self.form) }
}

extension NoticeLayout {
  /// Reads the file of a layout.
  /// - Throws: `badLayout`.
  init(_ bytes: [UInt8], file: String) throws(FilingError) {
    let table = try LayoutTable(bytes, file: file)
    let head = table.head
    func frame(_ record: String) throws(FilingError) -> RecordLayout {
      guard let layout = table.layouts.first(where: { $0.record == record }) else {
        throw table.bad("there is no record \(record)")
      }
      return layout
    }
    guard let name = head["notice"], let fileName = head["file"],
      let from = head["from"].flatMap({ CalendarDate(parsing: $0) }),
      let encodings = head["encodings"].flatMap(Self.encodings)
    else { throw table.bad("notice, file, from and encodings are needed") }
    (self.name, self.fileName, self.from, self.encodings) = (name, fileName, from, encodings)
    until = head["until"].flatMap { CalendarDate(parsing: $0) }
    hasHeaders = head["headers"] == "yes"
    maximumBytes = head["bytes"].flatMap { Int($0) }
    (medium, count, office) = (try frame("medium"), try frame("count"), try frame("office"))
    records = table.layouts.filter { !["medium", "count", "office"].contains($0.record) }
    questions = table.headQuestions + table.layouts.flatMap(\.questions)
    guard !records.isEmpty, records.allSatisfy(Self.isSound) else {
      throw table.bad("a record has no form for some number, or does not say whose it is")
    }
  }

  private static func encodings(_ text: String) -> [TextEncoding]? {
    let known: [String: TextEncoding] = ["cp932": .cp932, "utf8": .utf8]
    let found = text.split(separator: ",").map { known[String($0)] }
    return found.contains(nil) || found.isEmpty ? nil : found.compactMap { $0 }
  }

  /// Every number has a form, a reading and a birth date to know its owner by; all are 12 digits.
  private static func isSound(_ record: RecordLayout) -> Bool {
    let owners = record.fields.compactMap(\.owner)
    return record.numberWidth == 12 && owners.contains(.oneself)
      && owners.allSatisfy { owner in
        let parts = record.fields.compactMap(\.role).filter { $0.owner == owner }.map(\.part)
        return parts.contains(.kana) && (parts.contains(.date) || parts.contains(.day))
          && record.traits.forms.contains { $0.owner == owner && $0.condition == nil }
      }
  }
}
