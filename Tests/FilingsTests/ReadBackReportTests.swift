import Testing

@testable import Filings

/// What the process that reads pages back says of them crosses into words that people see.
@Suite("What a reader of pages reports")
struct ReadBackReportTests {
  static let faults = [
    ReadBackFault(.page(1, box: nil), .looksLikeNumber),
    ReadBackFault(.page(2, box: "#95"), .notTheNumber),
    ReadBackFault(.page(999_999, box: "#u119"), .notBlank),
    ReadBackFault(.page(3, box: nil), .otherRows),
  ]

  @Test("is read as it was written, whatever words come after", arguments: faults)
  func read(fault: ReadBackFault) throws {
    let line = try #require(fault.report)
    #expect(line.hasSuffix("\n"))
    for text in [line, line + "mynumber: the file made\n123456789018\n"] {
      #expect(ReadBackFault(report: Array(text.utf8)) == fault)
    }
  }

  @Test("what is not of a page is not reported so")
  func rows() {
    #expect(ReadBackFault(.file, .otherPages).report == nil)
    #expect(ReadBackFault(.row(1, field: 2), .notTheNumber).report == nil)
  }

  @Test(
    "anything else is nothing, so that no number comes through",
    arguments: [
      "", "\n", "1 #95\n", "1 #95 notTheNumber 123456789018\n", "123456789018 #95 notTheNumber\n",
      "1 #123456789018 notTheNumber\n", "1 #95 123456789018\n", "0 #95 notTheNumber\n",
      "-1 - notTheNumber\n", "1 95 notTheNumber\n", "1 #0 notTheNumber\n", "1 #u notTheNumber\n",
      "1 #1000 notTheNumber\n", "1 稲沢 notTheNumber\n", "mynumber: refused\n1 #95 notTheNumber\n",
    ])
  func odd(text: String) {
    #expect(ReadBackFault(report: Array(text.utf8)) == nil)
  }

  @Test("a fault names its page and box in words", arguments: faults)
  func words(fault: ReadBackFault) {
    guard case .page(let page, let box) = fault.place else { return }
    #expect("\(fault.phrase)".contains("page \(page)"))
    #expect(box.map { "\(fault.phrase)".contains("box \($0)") } ?? true)
  }
}
