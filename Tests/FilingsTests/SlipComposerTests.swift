import Filings
import Testing

@Suite("Composing slips")
struct SlipComposerTests {
  private static func plan(_ bytes: [UInt8]) throws -> SlipPlan {
    try Fixture.plan(
      Fixture.payroll(bytes, discardNumbers: true),
      SlipRequest(incomeYear: 2025, copy: .municipality), Rows.cast())
  }

  @Test("quotes, line ends and the byte order mark stay as they came")
  func bytes() throws {
    let head: [UInt8] = [0xEF, 0xBB, 0xBF]
    let quoted = head + Rows.unified([12: "\"東京都,\"\"x\"\"\"", 94: "5835678256246"], ending: "\n")
    #expect(try Fixture.bytes(Self.plan(quoted)) { _ in nil } == quoted)
    let bare = Rows.unified([94: "5835678256246"], ending: "")
    #expect(try Fixture.bytes(Self.plan(bare)) { _ in nil } == bare)
  }

  @Test("numbers that were in the file leave no byte")
  func discarded() throws {
    let row = Rows.unified([94: "5835678256246", 95: "\"0999999999999\"", 99: "999999999999"])
    let output = try Fixture.bytes(Self.plan(row)) { _ in nil }
    #expect(output == Rows.unified([94: "5835678256246"]))
  }

  @Test("an error of the sink comes out as it is")
  func sinkFails() throws {
    struct Full: Error {}
    var composer = SlipComposer(plan: try Self.plan(Rows.unified()))
    #expect(throws: Full.self) {
      try composer.leaveBlank(slot: 0) { _ throws(Full) in throw Full() }
    }
  }

  @Test("a number out of order ends the process")
  func outOfOrder() async {
    await #expect(processExitsWith: .failure) {
      var composer = SlipComposer(plan: try SlipComposerTests.plan(Rows.unified()))
      let digits = Array("123456789018".utf8)
      composer.supply(digits.span, forSlot: 1) { _ in }
    }
  }

  @Test("a slot that nobody settled ends the process")
  func unsettled() async {
    await #expect(processExitsWith: .failure) {
      var composer = SlipComposer(plan: try SlipComposerTests.plan(Rows.unified()))
      composer.finish { _ in }
    }
  }
}
