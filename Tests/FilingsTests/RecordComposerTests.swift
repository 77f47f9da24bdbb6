import Filings
import Testing

@Suite("Composing slips")
struct RecordComposerTests {
  private static func plan(_ bytes: [UInt8]) throws -> PlannedSlips {
    try Fixture.plan(
      Fixture.payroll(bytes, discardNumbers: true),
      SlipRequest(incomeYear: 2025, copy: .municipality), Rows.cast())
  }

  @Test("quotes, line ends and the byte order mark stay as they came")
  func bytes() throws {
    let head: [UInt8] = [0xEF, 0xBB, 0xBF]
    let quoted = head + Rows.unified([12: "\"東京都　ｘ\"", 94: "5835678256246"], ending: "\n")
    #expect(try Self.plan(quoted).bytes { _ in nil } == quoted)
    let bare = Rows.unified([94: "5835678256246"], ending: "")
    #expect(try Self.plan(bare).bytes { _ in nil } == bare)
  }

  @Test("numbers that were in the file leave no byte")
  func discarded() throws {
    let row = Rows.unified([94: "5835678256246", 95: "\"0999999999999\"", 99: "999999999999"])
    let output = try Self.plan(row).bytes { _ in nil }
    #expect(output == Rows.unified([94: "5835678256246"]))
  }

  /// A composer that waits for the numbers of one row.
  private static func composer() throws -> RecordComposer {
    let planned = try plan(Rows.unified())
    var composer = RecordComposer(plan: planned.plan)
    for row in planned.rows { composer.append(row) }
    return composer
  }

  @Test("an error of the sink comes out as it is")
  func sinkFails() throws {
    struct Full: Error {}
    var composer = try Self.composer()
    #expect(throws: Full.self) {
      try composer.leaveBlank(slot: 0) { _ throws(Full) in throw Full() }
    }
  }

  @Test("a number out of order ends the process")
  func outOfOrder() async {
    await #expect(processExitsWith: .failure) {
      var composer = try RecordComposerTests.composer()
      let digits = Array("123456789018".utf8)
      composer.supply(digits.span, forSlot: 1) { _ in }
    }
  }

  @Test("a row out of order ends the process")
  func rowOutOfOrder() async {
    await #expect(processExitsWith: .failure) {
      let planned = try RecordComposerTests.plan(Rows.unified())
      var composer = RecordComposer(plan: planned.plan)
      for _ in 0..<2 { composer.append(planned.rows[0]) }
    }
  }

  @Test("a slot that nobody settled ends the process")
  func unsettled() async {
    await #expect(processExitsWith: .failure) {
      var composer = try RecordComposerTests.composer()
      composer.finish { _ in }
    }
  }
}
