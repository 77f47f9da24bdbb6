import Foundation
import MyNumberKit

/// A unified CSV of 147 fields as payroll software writes it, for the people of `PeopleFile`.
struct SlipFile {
  static let employer = """
    filing_name: サンプル食品（株）
    address: 東京都千代田区丸の内１－１－１
    telephone: 03-0000-0000

    """

  /// Where the payer's number stands, from 0; the employee's is the next.
  static let payerPlace = 93

  /// Writes a row for each person, in CP932, with CRLF.
  static func write(_ people: Range<Int>, to path: String) throws {
    var bytes: [UInt8] = []
    for person in people { bytes += try CP932.encode(row(person) + "\r\n") }
    try Data(bytes).write(to: URL(filePath: path))
  }

  private static func row(_ person: Int) -> String {
    let (family, given, birth) = PeopleFile.person(person)
    var fields = [String](repeating: "", count: 147)
    let values = [
      1: "315", 4: "東京都千代田区丸の内１－１－１", 5: "サンプル食品（株）", 6: "03-0000-0000", 10: "0", 11: "07",
      12: "東京都千代田区見本町１－２－３", 13: "0", 14: "\(family.0)　\(given.0)", 16: "給料・賞与",
      17: "\(3_000_000 + person)", 19: "2020000", 20: "1248060", 21: "54700", 36: "466128",
      38: "97300", 87: "40000", 89: "17300", 90: "40000", 44: birth.year < 1989 ? "1" : "4",
      45: String(format: "%02d", birth.year - (birth.year < 1989 ? 1925 : 1988)),
      46: String(format: "%02d", birth.month),
      47: String(format: "%02d", birth.day), 134: "0", 137: "ﾐﾎﾝ ﾀﾛｳ", 138: PeopleFile.code(person),
      139: "131016", 141: "580000", 147: "1",
    ]
    for (field, value) in values { fields[field - 1] = value }
    return fields.joined(separator: ",")
  }
}
