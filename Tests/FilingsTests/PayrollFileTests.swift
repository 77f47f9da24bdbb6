import Filings
import People
import Testing
import Text
internal import Wording

@Suite("Reading a payroll file")
struct PayrollFileTests {
  private func mistakes(_ bytes: [UInt8], discardNumbers: Bool = false) throws -> [FilingMistake] {
    try Fixture.mistakes { _ = try Fixture.payroll(bytes, discardNumbers: discardNumbers) }
  }

  @Test("headers are compared after folding, and #n names an item")
  func headers() throws {
    let file = try Fixture.payroll(
      Array("社員番号,年末調整,税額表区分,( 源泉)控除対象配偶者の有無 ,＃１７,部署\n0001,済,甲,1,300,総務\n".utf8))
    #expect(file.file.form == .headed)
    #expect(file.rows[0].texts[RecordItem(23)] == "1")
    #expect(file.rows[0].texts[RecordItem(17)] == "300")
    #expect(file.file.ignoredColumns == ["部署"])
  }

  @Test("the columns that the filing range needs must be there")
  func neededColumns() throws {
    let rules = try mistakes(Array("社員番号,種別\n0001,給料\n".utf8)).map(\.rule)
    #expect(rules == [.headerMissing("年末調整"), .headerMissing("税額表区分")])
  }

  @Test("every bad value is listed at once, with its line and column")
  func allAtOnce() throws {
    let found = try mistakes(
      Array("社員番号,年末調整,税額表区分,役員\n0001,多分,甲,\n,済,甲,\n0003,済,丁,?\n0004,,乙,\n0005,済\n".utf8))
    #expect(found.map(\.line) == [2, 3, 4, 4, 5, 6])
    #expect(found.map(\.column) == [2, 1, 3, 4, 2, 0])
    #expect(found[1].rule == .codeMissing)
    #expect(found[4].rule == .required)
    #expect(found[5].rule == .fieldCount(found: 2, expected: [4]))
  }

  @Test("a reading stops at a thousand mistakes")
  func limit() throws {
    let rows = (1...1200).map { "\($0),多分,甲\n" }.joined()
    let found = try mistakes(Array("社員番号,年末調整,税額表区分\n\(rows)".utf8))
    #expect(found.count == PayrollFile.mistakeLimit)
    #expect(found.last?.line == 1001)
  }

  @Test("every reading begins at the start of the file")
  func again() throws {
    let payroll = try Fixture.payroll(Rows.headed([[:], ["社員番号": "0002"]]))
    for _ in 0..<2 {
      var codes: [String] = []
      try payroll.file.forEachRow { codes.append($0.person.text) }
      #expect(codes == ["0001", "0002"])
    }
  }

  @Test("an item may stand in one column only")
  func twice() throws {
    let found = try mistakes(Array("社員番号,年末調整,税額表区分,種別,#16\n".utf8))
    #expect(found == [FilingMistake(line: 1, column: 5, field: "#16", rule: .headerTwice)])
  }

  @Test("the first row of a file without headers is not told as column names")
  func noHeaders() throws {
    let found = try mistakes(Array("社員番号,年末調整,税額表区分,1234-5678-9018\n".utf8))
    #expect(found == [FilingMistake(line: 1, column: 4, rule: .looksLikeNumber)])
  }

  @Test("an empty file has a mistake")
  func empty() throws { #expect(try mistakes([]).map(\.rule) == [.emptyFile]) }

  @Test("filled number columns are refused", arguments: [94, 95, 99, 103, 119, 132, 133])
  func filled(field: Int) throws {
    let bytes = Rows.unified([field: "0123456789012"])
    let found = try mistakes(bytes)
    #expect(found.map(\.rule) == [.numberPresent])
    #expect(found.map(\.column) == [field])
    #expect(found.allSatisfy { !$0.description.contains("123456789") })
    let file = try Fixture.payroll(bytes, discardNumbers: true)
    #expect(file.discardedCount == 1)
  }

  @Test("a filled number column of a file with headers is refused as well")
  func filledHeaded() throws {
    let bytes = Rows.headed(["支払を受ける者の個人番号": "123456789012", "マイナンバー": "", "#128": "x"])
    #expect(try mistakes(bytes).map(\.rule) == [.numberPresent, .numberPresent])
    #expect(try Fixture.payroll(bytes, discardNumbers: true).discardedCount == 2)
  }

  @Test("a number in free text is found")
  func freeText() throws {
    let found = try mistakes(Rows.headed(["摘要": "（１）１２３４－５６７８－９０１８"]))
    #expect(found.map(\.rule) == [.looksLikeNumber])
    #expect(try mistakes(Rows.unified([86: "123456789018"])).map(\.rule) == [.looksLikeNumber])
  }

  @Test("rows of a unified CSV have 144 or 147 fields")
  func fieldCount() throws {
    let row = Rows.unified()
    let short = row + Array("315,,\r\n".utf8)
    #expect(
      try mistakes(short).map(\.rule) == [.fieldCount(found: 3, expected: [144, 147])])
    let other = row + Array(Rows.unified([1: "375"]))
    #expect(try mistakes(other).map(\.rule) == [.notThisRecord(expected: "315")])
  }

  @Test("a code that is a dependent's, or none, is refused")
  func codes() throws {
    #expect(try mistakes(Rows.unified([138: "0001-2"])).count == 1)
    #expect(try mistakes(Rows.unified([138: ""])).map(\.rule) == [.codeMissing])
    #expect(try mistakes(Rows.unified([138: "123456789018"])).map(\.column) == [138])
  }

  @Test("what is no CSV is told with its place")
  func noCSV() throws {
    #expect(throws: FilingError.text(.unterminatedQuote(line: 1, column: 2))) {
      _ = try Fixture.payroll(Array("社員番号,\"x\n".utf8))
    }
    #expect(throws: FilingError.text(.unknownEncoding(line: 1))) {
      _ = try Fixture.payroll([0x81, 0xFF, 0xFF, 0x0A])
    }
  }
}
