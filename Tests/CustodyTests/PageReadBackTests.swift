import Testing

@testable import Filings

@Suite("A page is held against the numbers that may stand on it")
struct PageReadBackTests {
  private func fault(_ text: String, allowing number: String? = nil) -> ReadBackFault.Kind? {
    var page = PageReadBack(count: number == nil ? 0 : 1)
    if let number {
      let digits = Array(number.utf8)
      page.keep(digits.span, at: 0)
    }
    let bytes = Array(text.utf8)
    let found = page.fault(in: bytes.span)
    page.finish()
    return found
  }

  @Test("none on a copy without numbers; on others those that the gate lent, whole")
  func boxes() {
    #expect(fault("123456789018") == .looksLikeNumber)
    #expect(fault("123456789018", allowing: "123456789018") == nil)
    #expect(fault("0123456789018", allowing: "123456789018") == nil)
    #expect(fault("858319664372", allowing: "123456789018") == .looksLikeNumber)
    #expect(fault("123456789018 858319664372", allowing: "123456789018") == .looksLikeNumber)
    #expect(fault("１２３４　５６７８　９０１８") == .looksLikeNumber)
    #expect(fault("5,000,000") == nil && fault("東京都千代田区見本町１－２－３") == nil)
  }
}
