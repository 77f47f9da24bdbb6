import MyNumberKit
import Testing

@testable import mynumber

@Suite("Help in Japanese")
struct JapaneseHelpTests {
  private func lines(_ text: String) -> [String] {
    JapaneseHelp.text(text).split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
  }

  @Test("The parser's own words are Japanese")
  func words() {
    #expect(
      lines(
        "OVERVIEW: 一覧。\n\nUSAGE: mynumber x\n\nOPTIONS:\n  -h, --help              Show help information."
      )
        == ["概要: 一覧。", "", "書式: mynumber x", "", "指定:", "  -h, --help              この説明を示す。"])
    #expect(
      lines("  --format <format>       形。 (values: a, b; default: a)").last?.hasSuffix("形。（既定: a）")
        == true)
    #expect(
      lines("  --kind <kind>           種類。 (values: a, b)") == ["  --kind <kind>           種類。"])
  }

  @Test("No line is wider than eighty columns, and none begins with what may not begin one")
  func breaking() {
    let text = String(repeating: "番号の提供を受けるときは、本人確認をする（番号法16条）。", count: 9)
    let broken = lines(text)
    #expect(broken.count > 4 && broken.joined() == text)
    for line in broken {
      #expect(DisplayWidth.columns(of: line) <= 80)
      #expect(line.first.map { !"、。）".contains($0) } == true && line.last != "（")
    }
  }

  @Test("What is said of an option goes on under itself, and an option keeps its value")
  func indents() {
    let option = lines("  --file <file>           " + String(repeating: "長い説明、", count: 12))
    #expect(option.count == 3)
    for line in option.dropFirst() { #expect(line.prefix { $0 == " " }.count == 26) }
    let usage = lines(
      "USAGE: mynumber x " + (1...9).map { "[--option-\($0) <value>]" }.joined(separator: " "))
    #expect(usage.count > 1)
    for line in usage.dropFirst() { #expect(line.hasPrefix("      [--option")) }
  }

  @Test("An example stays as it is")
  func example() {
    let line = "mynumber x " + String(repeating: "--option 値 ", count: 20)
    #expect(
      lines("例:\n\(line)\n\nfile.csv:\n\(line)\n\nUSAGE: mynumber x")
        == ["例:", line, "", "file.csv:", line, "", "書式: mynumber x"])
  }

  @Test("A word that cannot be broken stands in a line of its own")
  func unbreakable() {
    let word = String(repeating: "x", count: 100)
    #expect(lines(word) == [word])
  }
}
