import Foundation
import MyNumberKit

/// Vaults of many people, some of whom left long enough ago for their numbers to be due.
enum LeaversVault {
  /// The day as of which everything of the leavers of a round is due, and nothing of a later one.
  static func dueDay(ofRound round: Int) -> CalendarDate {
    CalendarDate(year: 2018 + round, month: 6, day: 1) ?? .first
  }

  /// Imports people with invented numbers that have a right check digit; of five, one left.
  static func collect(_ people: Range<Int>, rounds: Int, in fixture: VaultFixture) throws {
    let file = try fixture.folder.write(
      text(people, rounds: rounds), as: "people-\(people.lowerBound).csv")
    let officer = try fixture.signIn("hanako")
    defer { officer.close() }
    try officer.importFile(file)
  }

  /// Whether a person left, and in the how manieth round the number goes; nil for one who stays.
  static func round(of person: Int, rounds: Int) -> Int? {
    person.isMultiple(of: 5) ? person / 5 % rounds : nil
  }

  static func code(_ person: Int) -> String { "P\(person)" }

  private static func text(_ people: Range<Int>, rounds: Int) -> String {
    var text = "社員番号,氏名,入社日,退職日,最終給与支払日,個人番号,番号確認書類,身元確認書類,確認方法,確認日,利用目的\n"
    for person in people {
      let year = round(of: person, rounds: rounds).map { 2010 + $0 }
      let left = year.map { "\($0)-06-30,\($0)-07-25" } ?? ","
      text += "\(code(person)),試験,2001-04-01,\(left),\(number(person)),"
      text += "個人番号カード,個人番号カード,対面,2016-02-10,tax-withholding;tax-declarations\n"
    }
    return text
  }

  private static func number(_ person: Int) -> String {
    let eleven = Array(String(10_000_000_000 + 7_919 * person).utf8)
    let digit = MyNumber.checkDigit(of: eleven.span) ?? 0
    return String(decoding: eleven + [digit], as: UTF8.self)
  }
}
