import Filings
import People
import TestSupport
import Testing

@Suite("Reading a payroll file for its slips")
struct SlipReadingTests {
  /// What a reading for both copies lends, and the mistakes it throws.
  private func read(
    _ rows: [[String: String]], as copies: [SlipCopy] = SlipCopy.filed
  ) throws -> (slips: [String], mistakes: [FilingMistake]) {
    let storage = try TemporaryFile(Rows.headed(rows))
    let payroll = try PayrollFile(fileDescriptor: storage.descriptor, rules: Fixture.rules())
    let plans = try copies.map {
      try SlipPlan(
        SlipRequest(incomeYear: 2025, copy: $0), payroll: payroll, employer: Fixture.employer(),
        rules: Fixture.rules())
    }
    var slips: [String] = []
    let reading = SlipReading(plans, of: payroll, directory: try Rows.cast())
    let mistakes = try Fixture.mistakes {
      try reading.run(failure: { $0 }) { (place, finding) throws(FilingError) in
        if case .slip(let row) = finding { slips.append("\(place) \(row.line)") }
      }
    }
    return (slips, mistakes)
  }

  @Test("a row comes to a slip on each copy")
  func both() throws {
    let found = try read([[:]])
    #expect(found.slips == ["0 2", "1 2"] && found.mistakes.isEmpty)
  }

  @Test("mistakes of the file and of the slips are listed at once")
  func atOnce() throws {
    let found = try read(
      [["社員番号": "0099"], ["年末調整": "多分"], ["#47": "05"]], as: [.municipality])
    #expect(found.mistakes.map(\.line) == [2, 3, 4])
    #expect(found.mistakes.map(\.rule).first == .unknownPerson)
    #expect(found.mistakes.map(\.rule).last == .birthDateDiffers)
  }

  @Test("a mistake that both copies find is listed once")
  func once() throws {
    #expect(try read([["#46": "13"]]).mistakes.map(\.rule) == [.badDate])
  }

  @Test("nothing is lent from the first mistake on")
  func stops() throws {
    let correction = ["#10": "1", "提出区分": "3"]
    let found = try read([[:], ["社員番号": "0099"], correction])
    #expect(found.slips == ["0 2", "1 2"])
    // The last row voids a slip of each copy that the register does not know.
    #expect(found.mistakes.map(\.rule) == [.unknownPerson, .notFiled, .notFiled])
  }

  @Test("a row means nothing under a header that is wrong")
  func header() throws {
    let rows = Array("社員番号,年末調整,種別,種別\n0099,済,,\n".utf8)
    let storage = try TemporaryFile(rows)
    let payroll = try PayrollFile(fileDescriptor: storage.descriptor, rules: Fixture.rules())
    var count = 0
    let mistakes = try Fixture.mistakes { try payroll.forEachRow { _ in count += 1 } }
    #expect(mistakes.map(\.rule) == [.headerMissing("税額表区分"), .headerTwice])
    #expect(count == 0)
  }
}
