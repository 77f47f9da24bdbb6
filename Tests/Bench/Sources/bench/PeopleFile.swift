import Foundation
import MyNumberKit

/// A generated person file: employees with made-up names and numbers that pass the check digit.
struct PeopleFile {
  static let header =
    "社員番号,氏名,フリガナ,生年月日,性別,郵便番号,住所,入社日,個人番号,番号確認書類,身元確認書類,確認方法,確認日\n"
  private static let families = [
    ("見本", "ミホン"), ("試験", "シケン"), ("架空", "カクウ"), ("仮名", "カメイ"), ("例示", "レイジ"),
  ]
  private static let givens = [
    ("一郎", "イチロウ"), ("花子", "ハナコ"), ("美咲", "ミサキ"), ("健太", "ケンタ"), ("七海", "ナナミ"),
    ("大輔", "ダイスケ"), ("陽子", "ヨウコ"),
  ]

  /// The employee code of a person, counted from 0.
  static func code(_ person: Int) -> String { "E" + padded(person, 7) }

  /// Of how many people one left long enough ago for the number to be due.
  static let leaverShare = 10
  private static let leaversHeader =
    "社員番号,氏名,生年月日,入社日,退職日,最終給与支払日,個人番号,番号確認書類,身元確認書類,確認方法,確認日,利用目的\n"

  /// Writes the rows of `people` to a nameless file and returns its descriptor.
  static func make(_ people: Range<Int>) throws -> FileHandle {
    try make(people, header, row)
  }

  /// As ``make(_:)``, with those who left long ago among them.
  static func makeLeavers(_ people: Range<Int>) throws -> FileHandle {
    try make(people, leaversHeader, leaversRow)
  }

  private static func make(
    _ people: Range<Int>, _ header: String, _ row: (Int) -> String
  ) throws -> FileHandle {
    let template = FileManager.default.temporaryDirectory.path + "/bench-people-\(getpid()).csv"
    guard FileManager.default.createFile(atPath: template, contents: nil),
      let handle = FileHandle(forUpdatingAtPath: template)
    else { throw BenchError("cannot write \(template)") }
    try FileManager.default.removeItem(atPath: template)
    var text = header
    for person in people {
      text += row(person)
      if text.utf8.count > 1 << 16 {
        try handle.write(contentsOf: Data(text.utf8))
        text = ""
      }
    }
    try handle.write(contentsOf: Data(text.utf8))
    try handle.seek(toOffset: 0)
    return handle
  }

  /// The name with its reading, and the day of birth.
  static func person(
    _ person: Int
  ) -> (
    family: (String, String), given: (String, String), birth: (year: Int, month: Int, day: Int)
  ) {
    (
      families[person % families.count], givens[person % givens.count],
      (1950 + person % 50, 1 + person % 9, 10 + person % 18)
    )
  }

  private static func row(_ person: Int) -> String {
    let (family, given, born) = self.person(person)
    let birth = "\(born.year)-0\(born.month)-\(born.day)"
    let hired = "20\(17 + person % 9)-04-01"
    return """
      \(code(person)),\(family.0)　\(given.0),\(family.1)　\(given.1),\(birth),\
      \(person % 2 == 0 ? "男" : "女"),100-\(padded(person % 10_000, 4)),\
      東京都千代田区見本町\(1 + person % 9)-\(1 + person % 20)-\(person % 100),\(hired),\
      \(number(person)),個人番号カード,個人番号カード,対面,\(hired)

      """
  }

  private static func leaversRow(_ person: Int) -> String {
    let (family, given, born) = self.person(person)
    let left = person % leaverShare == 0 ? "2010-06-30,2010-07-25" : ","
    return """
      \(code(person)),\(family.0)　\(given.0),\(born.year)-0\(born.month)-\(born.day),2001-04-01,\(left),\
      \(number(person)),個人番号カード,個人番号カード,対面,2016-02-10,tax-withholding;tax-declarations

      """
  }

  /// Eleven digits spread over their range, and the check digit.
  private static func number(_ person: Int) -> String {
    let eleven = padded((person &* 7_368_787 + 31_415_926_535) % 100_000_000_000, 11)
    let digit = MyNumber.checkDigit(of: Array(eleven.utf8).span) ?? 0
    return eleven + (digit < 10 ? String(digit) : String(digit - 0x30))
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
