import TestSupport

/// A record as the offices publish it, and a reader of its files that shares nothing with ours.
///
/// It goes by the bytes: Shift_JIS has no comma, quote or line end inside a character of two bytes.
struct OfficialRecord {
  struct Field {
    let number: Int
    let name: String
    let kind: String
    let width: Int
    let isExact: Bool
    /// `never` or `always` empty, or neither.
    let emptiness: String
    let codes: [String]
    let isNumber: Bool
  }

  let fields: [Field]

  /// Reads a table of Official; the first `count` of its fields.
  init(_ name: String, count: Int = .max) throws {
    let bytes = try FileBytes.checkout("Tests/FilingsTests/Official/\(name).tsv")
    fields = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.prefix(count)
      .map { line in
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        return Field(
          number: Int(cells[0]) ?? 0, name: cells[1], kind: cells[2], width: Int(cells[3]) ?? 0,
          isExact: cells[4] == "=", emptiness: cells[5],
          codes: cells[6].split(separator: " ").map(String.init),
          isNumber: cells[1].contains("個人番号") && cells[3] == "13")
      }
  }

  /// The record of the years before the fields 144 to 146 of the unified CSV came: 作成区分 stays last.
  static func unifiedOf2024() throws -> OfficialRecord {
    let fields = try OfficialRecord("unified-2025").fields
    let last = fields[146]
    return OfficialRecord(
      fields: fields.prefix(143) + [
        Field(
          number: 144, name: last.name, kind: last.kind, width: last.width, isExact: last.isExact,
          emptiness: last.emptiness, codes: last.codes, isNumber: last.isNumber)
      ])
  }

  private init(fields: [Field]) { self.fields = fields }

  /// The fields of each row as they stand in the file; nil where a line does not end with CRLF.
  static func rows(_ bytes: [UInt8]) -> [[[UInt8]]]? {
    guard bytes.last == 0x0A else { return nil }
    var rows: [[[UInt8]]] = []
    for line in bytes.dropLast().split(separator: 0x0A, omittingEmptySubsequences: false) {
      guard line.last == 0x0D else { return nil }
      rows.append(
        line.dropLast().split(separator: 0x2C, omittingEmptySubsequences: false).map { Array($0) })
    }
    return rows
  }

  /// What is wrong with a file, by row and field.
  func faults(in bytes: [UInt8]) -> [String] {
    guard let rows = Self.rows(bytes) else { return ["line ends"] }
    var faults: [String] = []
    for (place, row) in rows.enumerated() {
      guard row.count == fields.count else {
        faults.append("row \(place + 1): \(row.count) fields")
        continue
      }
      for (field, value) in zip(fields, row) {
        if let fault = fault(value, field) {
          faults.append("row \(place + 1) #\(field.number): \(fault)")
        }
      }
    }
    return faults
  }

  private func fault(_ value: [UInt8], _ field: Field) -> String? {
    // e-Tax lets the last field be one space rather than empty.
    let isBlank = value.isEmpty || (field.number == fields.last?.number && value == [0x20])
    if isBlank { return field.emptiness == "never" ? "empty" : nil }
    if field.emptiness == "always" { return "filled" }
    guard let count = Self.count(value, field.kind) else { return "not \(field.kind)" }
    if field.isExact ? count != field.width : count > field.width { return "\(count) characters" }
    let text = String(decoding: value, as: UTF8.self)
    if !field.codes.isEmpty, !field.codes.contains(text) { return "unknown code" }
    return field.isNumber && !Self.isSound(value) ? "check digit" : nil
  }

  /// How many characters a value has; nil if one of them is of another kind.
  private static func count(_ value: [UInt8], _ kind: String) -> Int? {
    var (count, place) = (0, 0)
    while place < value.count {
      let byte = value[place]
      let isPair = (0x81...0x9F).contains(byte) || (0xE0...0xFC).contains(byte)
      let pair = isPair && place + 1 < value.count ? (byte, value[place + 1]) : nil
      guard fits(byte, pair, kind) else { return nil }
      (count, place) = (count + 1, place + (isPair ? 2 : 1))
    }
    return count
  }

  private static func fits(_ byte: UInt8, _ pair: (UInt8, UInt8)?, _ kind: String) -> Bool {
    let isDigit = (0x30...0x39).contains(byte)
    let isHalf = (0x20...0x7E).contains(byte) && byte != 0x22
    switch kind {
    case "digits": return isDigit
    case "half": return isHalf
    case "half-kana": return isHalf || (0xA6...0xDF).contains(byte)
    default: return pair.map { isStandard($0.0, $0.1) } ?? false
    }
  }

  /// Rows 1 to 8 and 16 to 84 of JIS X 0208: no NEC and IBM extensions.
  private static func isStandard(_ lead: UInt8, _ trail: UInt8) -> Bool {
    guard (0x40...0xFC).contains(trail), trail != 0x7F else { return false }
    switch lead {
    case 0x81...0x84, 0x89...0x9F, 0xE0...0xE9: return true
    case 0x88: return trail >= 0x9F
    case 0xEA: return trail <= 0xA4
    default: return false
    }
  }

  /// Whether a corporate number (法人番号), or a My Number behind a zero, has its check digit.
  private static func isSound(_ value: [UInt8]) -> Bool {
    let digits = value.map { Int($0) - 0x30 }
    if digits[0] != 0 {
      let sum = digits.dropFirst().reversed().enumerated()
        .reduce(0) { $0 + $1.element * ($1.offset.isMultiple(of: 2) ? 1 : 2) }
      return digits[0] == 9 - sum % 9
    }
    let sum = digits[1...11].reversed().enumerated()
      .reduce(0) { $0 + $1.element * ($1.offset < 6 ? $1.offset + 2 : $1.offset - 4) }
    return digits[12] == (sum % 11 <= 1 ? 0 : 11 - sum % 11)
  }
}
