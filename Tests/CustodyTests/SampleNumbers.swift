import Foundation
import Testing

/// The fictitious numbers of a sample file, found without the code under test.
enum SampleNumbers {
  /// Each person's 12 ASCII digits in the order of the rows that have one.
  static func all(_ path: String = SampleVault.employees) throws -> [String] {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    // A comma within quotes shifts the fields to its right by one.
    let place = try #require(lines[0].firstIndex(of: "個人番号"))
    return lines.dropFirst().compactMap { fields in
      let shift = fields.count - lines[0].count
      let digits = fields[place + shift].unicodeScalars.compactMap(digit)
      return digits.isEmpty ? nil : String(String.UnicodeScalarView(digits))
    }
  }

  /// Each person's 12 ASCII digits by code.
  static func byCode() throws -> [String: String] {
    let text = try String(contentsOfFile: SampleVault.employees, encoding: .utf8)
    let rows = text.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let codes = rows.compactMap { fields in
      let shift = fields.count - 31
      return fields[22 + shift].isEmpty
        ? nil : String(fields[0]) + (fields[3].isEmpty ? "" : "-\(fields[3])")
    }
    return Dictionary(zip(codes, try all()), uniquingKeysWith: { first, _ in first })
  }

  /// That of an employee, whose row is the first with the code.
  static func number(of code: String) throws -> String {
    let text = try String(contentsOfFile: SampleVault.employees, encoding: .utf8)
    let rows = text.split(separator: "\n").dropFirst().filter {
      $0.unicodeScalars.contains { digit($0) != nil }
    }
    let place = try #require(rows.firstIndex { $0.hasPrefix(code + ",") })
    let row = rows[place].split(separator: ",").map { $0.unicodeScalars.compactMap(digit) }
    return String(String.UnicodeScalarView(try #require(row.first { $0.count == 12 })))
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x30...0x39: scalar
    case 0xFF10...0xFF19: Unicode.Scalar(scalar.value - 0xFF10 + 0x30)
    default: nil
    }
  }
}
