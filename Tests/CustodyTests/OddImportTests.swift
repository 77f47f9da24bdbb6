import Foundation
import MyNumberKit
import Testing

@testable import Custody

@Suite("Importing odd files")
struct OddImportTests {
  private static let number = "858319664372"

  struct Odd: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let places: [String]
    let says: String
    var testDescription: String { name }

    init(_ name: String, _ text: String, _ places: [String], _ says: String) {
      (self.name, self.text, self.places, self.says) = (name, text, places, says)
    }
  }

  static let files: [Odd] = [
    Odd("an empty file", "", ["0:0"], "empty"),
    Odd("blank lines", "\n\r\n", ["0:0"], "empty"),
    Odd("a header alone", "社員番号,氏名\n", ["0:0"], "no row under the header"),
    Odd(
      "a header that stands twice", "社員番号,氏名,氏名,従業員番号\nE1,a,b,c\n", ["1:3", "1:4"],
      "column 2 is 氏名"),
    Odd(
      "a comma too many, before a number", "社員番号,氏名,住所\nE1,a,東京都,\(number)\n", ["2:4"],
      "fewer columns: 3"),
    Odd("tabs", "社員番号\t氏名\nE1\ta\n", ["1:0"], "tabs"),
    Odd("semicolons", "社員番号;氏名\nE1;a\n", ["1:0"], "semicolons"),
    Odd("no header", "E1,試験,\(number)\n", ["1:0", "1:0", "1:3"], "番号法20条"),
    Odd("a number for a name", "社員番号,氏名\nE1,\(number)\n", ["2:2"], "番号法20条"),
    Odd("a number for a code", "社員番号,氏名\n\(number),a\n", ["2:1"], "番号法20条"),
    Odd("a rounded number", "社員番号,氏名,個人番号\nE1,a,8.58320E+11\n", ["2:3"], "rounded"),
    Odd("letters for a number", "社員番号,氏名,個人番号\nE1,a,8.5832e11\n", ["2:3"], "not a digit"),
    Odd("family alone", "社員番号,続柄,氏名,税扶養\nE9,子,a,○\nE9,子,b,○\n", ["2:1"], "neither the file"),
    Odd(
      "two proprietors", "社員番号,区分,氏名\nP1,事業主,a\nP2,事業主,b\n", ["3:0"], "already: P1"),
    Odd(
      "a quote that is never closed", "社員番号,氏名\nE1,\"a\nE2,b\n", ["2:2"], "no closing quote"),
    Odd(
      "a huge field", "社員番号,氏名\nE1," + String(repeating: "あ", count: 30_000) + "\n", ["2:2"],
      "longer than"),
    Odd(
      "too many columns",
      "社員番号,氏名" + String(repeating: ",x", count: 1000) + "\nE1,a\n", ["1:0"], "1000 columns"),
  ]

  @Test("is refused with place and rule, without a number, and nothing is kept", arguments: files)
  func odd(_ odd: Odd) throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("hanako")
    let path = try fixture.folder.write(odd.text, as: "people.csv")
    let error = #expect(throws: CustodyError.self) { try session.importFile(path) }
    #expect(error?.exitStatus == 65)
    guard case .badInput(let mistakes)? = error?.code else { return }
    #expect(mistakes.map { "\($0.line ?? 0):\($0.column ?? 0)" }.sorted() == odd.places)
    #expect(mistakes.contains { $0.message.english.contains(odd.says) }, "\(mistakes)")
    #expect(!mistakes.contains { $0.description.contains(Self.number) })
    #expect(mistakes.allSatisfy { $0.file != nil })
    #expect(try session.vault.store.people(after: 0, limit: 1).isEmpty)
  }

  @Test("empty fields beyond the header, as spreadsheets write them, are no mistake")
  func emptyFields() throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("hanako")
    let path = try fixture.folder.write("社員番号,氏名\nE1,a,,,\nE2\tx,b\n", as: "people.csv")
    let error = #expect(throws: CustodyError.self) { try session.importFile(path) }
    guard case .badInput(let mistakes)? = error?.code else { return }
    #expect(mistakes.map(\.line) == [3], "the first row is sound: \(mistakes)")
  }

  @Test("each family member beyond the 99th is a mistake of its row, beside the file's others")
  func hundred() throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("hanako")
    var text = "社員番号,続柄,氏名,生年月日,税扶養\nE1,本人,親,,\n"
    for child in 1...101 { text += "E1,子,子\(child),2015-01-01,○\n" }
    text += "E2,本人,親,1990-02-30,\n"
    let path = try fixture.folder.write(text, as: "people.csv")
    let error = #expect(throws: CustodyError.self) { try session.importFile(path) }
    guard case .badInput(let mistakes)? = error?.code else { return }
    #expect(
      mistakes.map { "\($0.line ?? 0):\($0.column ?? 0)" } == ["102:1", "103:1", "104:4"])
    #expect(mistakes.first?.message.english.contains("99") == true)
  }

  @Test("a member without 家族番号 beside one who has 99 takes a number that is free")
  func freeNumber() throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("hanako")
    let path = try fixture.folder.write(
      "社員番号,続柄,家族番号,氏名,生年月日,税扶養\nE1,本人,,親,,\nE1,子,99,a,2015-01-01,○\n"
        + "E1,子,,b,2016-01-01,○\n", as: "people.csv")
    #expect(try session.importFile(path).added == 3)
    #expect(try session.vault.person(try PersonCode("E1-1")) != nil)
  }
}
