import TestSupport
import Testing

@testable import Typesetting

@Suite("Running text")
struct FlowTests {
  private let sentence = "個人番号は、通知した利用目的の範囲を超えて利用しません。"

  @Test("a paragraph goes on from page to page, and every page is numbered")
  func paragraph() throws {
    let text = String(repeating: sentence, count: 240)
    let pdf = try Sheet.flow { (flow) throws(TypesettingError) in try flow.paragraph(text) }
    let pages = try #require(Int(try Poppler.info(pdf)["Pages"] ?? ""))
    #expect(pages == 4)
    var read = ""
    for page in 1...pages {
      let lines = try Poppler.text(pdf, page: page).trimmed.split(separator: "\n")
      #expect(lines.last == "\(page)")
      read += lines.dropLast().joined()
    }
    #expect(read == text)
  }

  @Test("no word stands beyond the margins")
  func margins() throws {
    let pdf = try Sheet.flow(PageLayout(margin: 25, numbering: .none), paper: .a5) {
      (flow) throws(TypesettingError) in
      try flow.heading("第1章 利用目的")
      for _ in 0..<30 { try flow.paragraph(sentence + "ABC def https://example.com/a/b/c") }
    }
    let (margin, width, height) = (25 * 72 / 25.4, 148 * 72 / 25.4, 210 * 72 / 25.4)
    let words = try Poppler.words(pdf)
    #expect(words.count > 50)
    for word in words {
      #expect(word.left >= margin - 0.1 && word.right <= width - margin + 0.1)
      #expect(word.top >= margin - 2 && word.bottom <= height - margin + 2)
    }
  }

  @Test("white space at the end of a line is no reason to refuse it", arguments: [" ", "\u{3000}"])
  func hangingSpaces(space: String) throws {
    let spaces = String(repeating: space, count: 40)
    let words = (1...40).map { "語\($0)" }
    let pdf = try Sheet.flow(PageLayout(numbering: .none)) { (flow) throws(TypesettingError) in
      try flow.paragraph(words.joined(separator: spaces))
      try flow.table([TableColumn("欄", width: 30)], rows: [["語1" + spaces + "語2"]])
    }
    let read = try Poppler.text(pdf).filter { !$0.isWhitespace }
    #expect(read == words.joined() + "欄語1語2")
    for word in try Poppler.words(pdf) { #expect(word.right <= 190 * 72 / 25.4 + 0.1) }
  }

  @Test("a space larger than a page, or none, is refused")
  func badSpace() {
    for height in [-1, 300, Double.nan] {
      #expect(throws: TypesettingError.self) {
        try Sheet.flow { (flow) throws(TypesettingError) in try flow.space(height) }
      }
    }
  }

  @Test("a heading never stands alone at the foot of a page")
  func heading() throws {
    for filler in 30..<50 {
      let pdf = try Sheet.flow(PageLayout(numbering: .none)) { (flow) throws(TypesettingError) in
        for _ in 0..<filler { try flow.paragraph("行") }
        try flow.heading("見出し", level: 2)
        try flow.paragraph("本文")
      }
      let page = try (1...2).first { try Poppler.text(pdf, page: $0).contains("見出し") }
      #expect(try Poppler.text(pdf, page: try #require(page)).contains("本文"))
    }
  }

  @Test("pages are numbered with their count")
  func pageOf() throws {
    let document = try TextFlow.numbered(
      fonts: try FontBook(), metadata: try DocumentMetadata(title: "a")
    ) { (flow) throws(TypesettingError) in
      for _ in 0..<100 { try flow.paragraph(sentence) }
    }
    let pdf = try document.finish()
    let pages = try Poppler.info(pdf)["Pages"] ?? ""
    // Poppler drops narrow spaces.
    func last(_ page: Int) throws -> String? {
      try Poppler.text(pdf, page: page).trimmed.split(separator: "\n").last.map {
        $0.filter { !$0.isWhitespace }
      }
    }
    #expect(pages == "3")
    for page in 1...3 { #expect(try last(page) == "\(page)/3") }
  }

  @Test("a table repeats its titles on every page and loses no row")
  func table() throws {
    let columns = [
      TableColumn("社員番号", width: 30), TableColumn("氏名", width: 60),
      TableColumn("金額", width: 40, alignment: .right),
    ]
    let pdf = try Sheet.flow { (flow) throws(TypesettingError) in
      let rows = (1...200).lazy.map { ["A\($0)", "髙﨑 太郎 \($0)", "\($0),000"] }
      try flow.table(columns, rows: rows)
    }
    let pages = try #require(Int(try Poppler.info(pdf)["Pages"] ?? ""))
    #expect(pages > 3)
    var codes: [String] = []
    for page in 1...pages {
      let text = try Poppler.text(pdf, page: page)
      #expect(text.ranges(of: "社員番号").count == 1)
      codes += text.split(whereSeparator: \.isWhitespace).filter { $0.hasPrefix("A") }.map(
        String.init)
    }
    #expect(Set(codes) == Set((1...200).map { "A\($0)" }))
    #expect(codes.count == 200)
    #expect(try Poppler.isSound(pdf))
  }

  @Test("a cell goes on in the next line where its column ends")
  func cell() throws {
    let text = String(repeating: "長い", count: 30)
    let pdf = try Sheet.flow(PageLayout(numbering: .none)) { (flow) throws(TypesettingError) in
      try flow.table(
        [TableColumn("欄", width: 20), TableColumn("次", width: 20)], rows: [[text, "右"]])
    }
    for word in try Poppler.words(pdf) where word.text.contains("長") {
      #expect(word.left >= 20 * 72 / 25.4 && word.right <= 40 * 72 / 25.4)
    }
    let read = try Poppler.text(pdf).filter { "長い".contains($0) }
    #expect(read == text)
  }

  @Test("a table without rows shows its titles")
  func noRows() throws {
    let pdf = try Sheet.flow { (flow) throws(TypesettingError) in
      try flow.table([TableColumn("欄", width: 20)], rows: [])
    }
    #expect(try Poppler.text(pdf).contains("欄"))
  }

  @Test("rows of another length, and tables wider than the text, are refused")
  func badTables() {
    #expect(throws: TypesettingError.badRow(cells: 2, columns: 1)) {
      try Sheet.flow { (flow) throws(TypesettingError) in
        try flow.table([TableColumn("欄", width: 20)], rows: [["a", "b"]])
      }
    }
    #expect(throws: TypesettingError.outsidePage(Frame(x: 20, y: 20, width: 180, height: 0))) {
      try Sheet.flow { (flow) throws(TypesettingError) in
        try flow.table([TableColumn("a", width: 90), TableColumn("b", width: 90)], rows: [])
      }
    }
    #expect(throws: TypesettingError.badMeasure(.infinity)) {
      try Sheet.flow { (flow) throws(TypesettingError) in
        try flow.table([TableColumn("a", width: .infinity)], rows: [])
      }
    }
    #expect(throws: TypesettingError.badMeasure(0)) {
      try Sheet.flow { (flow) throws(TypesettingError) in
        try flow.table([TableColumn("a", width: 2)], rows: [])
      }
    }
  }

  @Test("a row higher than a page, or than the room below the titles, is refused")
  func highRow() {
    for lines in [56, 57, 58, 59, 60, 61, 62, 63, 64, 65, 66, 100] {
      let text = String(repeating: "行\n", count: lines - 1) + "行"
      #expect(throws: TypesettingError.doesNotFit(PaperSize.a4.frame.inset(20, 20))) {
        try Sheet.flow { (flow) throws(TypesettingError) in
          try flow.table([TableColumn("欄", width: 50)], rows: [["一"], [text + text]])
        }
      }
    }
  }

  @Test("a character larger than the page's text is refused")
  func largeCharacter() {
    #expect(throws: TypesettingError.self) {
      try Sheet.flow(PageLayout(margin: 30), paper: try PaperSize(width: 95, height: 95)) {
        (flow) throws(TypesettingError) in
        try flow.paragraph("大", style: TextStyle(.mincho, size: 144, wraps: true))
      }
    }
  }

  @Test("a margin that leaves no room is refused")
  func badMargin() {
    for margin in [0, 4, 71, Double.nan] {
      #expect(throws: TypesettingError.self) {
        try Sheet.flow(PageLayout(margin: margin)) { (_) throws(TypesettingError) in }
      }
    }
  }

  @Test("a character that no font has is refused in paragraphs, headings and cells")
  func glyphMissing() {
    #expect(throws: TypesettingError.glyphMissing("😀")) {
      try Sheet.flow { (flow) throws(TypesettingError) in try flow.paragraph("😀") }
    }
    #expect(throws: TypesettingError.glyphMissing("😀")) {
      try Sheet.flow { (flow) throws(TypesettingError) in try flow.heading("😀") }
    }
    #expect(throws: TypesettingError.glyphMissing("😀")) {
      try Sheet.flow { (flow) throws(TypesettingError) in
        try flow.table([TableColumn("欄", width: 20)], rows: [["😀"]])
      }
    }
  }
}
