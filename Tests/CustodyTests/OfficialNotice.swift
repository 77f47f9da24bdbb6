import Numbers
import TestSupport

/// The records of notices as the offices publish them, and a reader of their files that shares
/// nothing with ours.
struct OfficialNotice {
  struct Field {
    let name: String
    let kind: String
    let width: Int
    let isExact: Bool
    /// `never` or `always` empty, or neither.
    let emptiness: String
    let codes: [String]
  }

  let fields: [Field]

  /// Reads the table of a record.
  init(_ record: String) throws {
    let bytes = try FileBytes.checkout("Tests/CustodyTests/Official/\(record).tsv")
    fields = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.map { line in
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        return Field(
          name: cells[1], kind: cells[2], width: Int(cells[3]) ?? 0, isExact: cells[4] == "=",
          emptiness: cells[5], codes: cells[6].split(separator: " ").map(String.init))
      }
  }

  /// The fields of each line; nil where one does not end with CRLF.
  static func lines(_ bytes: [UInt8]) -> [[[UInt8]]]? {
    guard bytes.last == 0x0A else { return nil }
    var lines: [[[UInt8]]] = []
    for line in bytes.dropLast().split(separator: 0x0A, omittingEmptySubsequences: false) {
      guard line.last == 0x0D else { return nil }
      lines.append(
        line.dropLast().split(separator: 0x2C, omittingEmptySubsequences: false).map { Array($0) })
    }
    return lines
  }

  /// What is wrong with a record whose numbers stand in some fields: its fields from 1.
  func faults(in row: [[UInt8]], numbers: [Int]) -> [String] {
    guard row.count == fields.count else { return ["\(row.count) fields"] }
    var faults: [String] = []
    for (place, value) in row.enumerated() {
      let fault = numbers.contains(place + 1) ? number(value) : fault(value, fields[place])
      if let fault { faults.append("#\(place + 1): \(fault)") }
    }
    return faults
  }

  private func fault(_ value: [UInt8], _ field: Field) -> String? {
    if value.isEmpty { return field.emptiness == "never" ? "empty" : nil }
    if field.emptiness == "always" { return "filled" }
    if field.isExact ? value.count != field.width : value.count > field.width {
      return "\(value.count) bytes"
    }
    let isKind = Self.isOf(field.kind, value)
    let text = String(decoding: value, as: UTF8.self)
    if !isKind { return "not \(field.kind)" }
    return field.codes.isEmpty || field.codes.contains(text) ? nil : "unknown code"
  }

  /// Twelve digits, the last of which checks the others.
  private func number(_ value: [UInt8]) -> String? {
    guard value.count == 12, Self.isOf("digits", value) else { return "not twelve digits" }
    let digits = value.map { Int($0) - 0x30 }
    let sum = digits[0..<11].reversed().enumerated()
      .reduce(0) { $0 + $1.element * ($1.offset < 6 ? $1.offset + 2 : $1.offset - 4) }
    return digits[11] == (sum % 11 <= 1 ? 0 : 11 - sum % 11) ? nil : "check digit"
  }

  private static func isOf(_ kind: String, _ value: [UInt8]) -> Bool {
    switch kind {
    case "digits": value.allSatisfy { (0x30...0x39).contains($0) }
    case "kana": value.allSatisfy { (0x20...0x7E).contains($0) || (0xA6...0xDF).contains($0) }
    default: !value.contains { $0 < 0x20 || $0 == 0x22 }
    }
  }
}
