import TestSupport
import Testing

@testable import Typesetting

@Suite("Documents")
struct DocumentTests {
  private func document(_ metadata: DocumentMetadata) throws -> PDFDocument {
    try PDFDocument(fonts: FontBook(), metadata: metadata)
  }

  @Test("the same input gives the same bytes, whatever was drawn before")
  func deterministic() throws {
    func draw(_ fonts: FontBook) throws -> [UInt8] {
      let document = try PDFDocument(fonts: fonts, metadata: DocumentMetadata(title: "題名"))
      for (place, text) in ["髙﨑 ABC", "𠮷屋", "氏名", "住所 12"].enumerated() {
        let frame = Frame(x: 20, y: 20 + 20 * Double(place), width: 60, height: 10)
        try document.canvas.draw(text, in: frame, style: Sheet.line)
        try document.canvas.draw(
          text, in: frame.inset(0, 0), style: TextStyle(.gothic, size: 7, alignment: .right))
      }
      return try document.finish()
    }
    let fonts = try FontBook()
    let first = try draw(fonts)
    _ = try Sheet.draw("間に別の文書")
    #expect(try draw(fonts) == first)
    #expect(try draw(FontBook()) == first)
  }

  @Test("it says its title and author, and a time only if one is passed in")
  func metadata() throws {
    let plain = try Poppler.info(
      try document(DocumentMetadata(title: "利用目的通知書", author: "サンプル食品（株）")).finish())
    #expect(plain["Title"] == "利用目的通知書")
    #expect(plain["Author"] == "サンプル食品（株）")
    #expect(plain["CreationDate"] == nil)
    #expect(plain["ModDate"] == nil)
    let dated = try document(DocumentMetadata(title: "a", created: "2026-01-31T12:34:56Z")).finish()
    #expect(String(decoding: dated, as: UTF8.self).contains("20260131123456Z"))
  }

  @Test(
    "a time in another form is refused",
    arguments: ["", "2026-01-31", "2026-01-31T12:00:00+09:00", "2026-01-31 12:00:00Z", "x"])
  func badTime(time: String) {
    #expect(throws: TypesettingError.badTime) { try DocumentMetadata(title: "a", created: time) }
  }

  @Test("a title with a control character is refused")
  func badTitle() {
    #expect(throws: TypesettingError.forbiddenCharacter("\u{0}")) {
      try DocumentMetadata(title: "a\u{0}b")
    }
    #expect(throws: TypesettingError.forbiddenCharacter("\n")) {
      try DocumentMetadata(title: "a", author: "\n")
    }
  }

  @Test("pages are counted, and each has its own size")
  func pages() throws {
    var document = try document(DocumentMetadata(title: "a"))
    try document.canvas.draw("一", in: Sheet.frame, style: Sheet.line)
    try document.nextPage(.a5.landscape)
    try document.canvas.draw("二", in: Sheet.frame, style: Sheet.line)
    try document.nextPage()
    #expect(document.pageCount == 3)
    let paper = document.canvas.paper
    #expect(paper == .a5.landscape)
    let pdf = try document.finish()
    #expect(try Poppler.info(pdf)["Pages"] == "3")
    #expect(try Poppler.text(pdf, page: 2).trimmed == "二")
    #expect(try Poppler.text(pdf, page: 3).trimmed.isEmpty)
    #expect(try Poppler.isSound(pdf))
  }

  @Test("the page has the size of the paper")
  func paperSize() throws {
    let info = try Poppler.info(try Sheet.draw("一"))
    #expect(info["Page size"]?.contains("A4") == true)
    let own = try PaperSize(width: 100, height: 50.8)
    let pdf = try Sheet.draw(own) { (canvas) throws(TypesettingError) in
      try canvas.rectangle(own.frame)
    }
    #expect(try Poppler.info(pdf)["Page size"]?.contains("x 144 pts") == true)
  }

  @Test("bytes taken page by page are the bytes of the whole")
  func draining() throws {
    func draw(isDrained: Bool) throws -> [UInt8] {
      var document = try document(DocumentMetadata(title: "a"))
      var taken: [UInt8] = []
      for page in 1...5 {
        try document.canvas.draw("頁\(page)", in: Sheet.frame, style: Sheet.line)
        try document.nextPage()
        guard isDrained else { continue }
        let before = taken.count
        document.drain { bytes in
          for place in bytes.indices { taken.append(bytes[place]) }
        }
        #expect(taken.count > before)
      }
      return taken + (try document.finish())
    }
    #expect(try draw(isDrained: true) == draw(isDrained: false))
  }

  @Test("bytes that could not be written are handed out again")
  func failedDrain() throws {
    struct Full: Error {}
    var document = try document(DocumentMetadata(title: "a"))
    try document.nextPage()
    #expect(throws: Full.self) {
      try document.drain { (_) throws(Full) in throw Full() }
    }
    #expect(try document.finish().starts(with: Array("%PDF-1.5".utf8)))
  }

  @Test("a document that is given up leaves nothing behind")
  func givenUp() throws {
    let fonts = try FontBook()
    for _ in 0..<20 {
      var document = try PDFDocument(fonts: fonts, metadata: DocumentMetadata(title: "a"))
      try document.canvas.draw("一", in: Sheet.frame, style: Sheet.line)
      try document.nextPage()
    }
    let whole = try PDFDocument(fonts: fonts, metadata: DocumentMetadata(title: "a")).finish()
    #expect(try Poppler.isSound(whole))
  }

  @Test(
    "what is not within the page is refused",
    arguments: [
      Frame(x: -1, y: 0, width: 10, height: 10), Frame(x: 0, y: -1, width: 10, height: 10),
      Frame(x: 205, y: 0, width: 10, height: 10), Frame(x: 0, y: 290, width: 10, height: 10),
      Frame(x: 0, y: 0, width: 211, height: 10), Frame(x: 0, y: 0, width: -1, height: 10),
      Frame(x: 0, y: 0, width: 10, height: -1), Frame(x: 0, y: 0, width: .infinity, height: 1),
    ])
  func outside(frame: Frame) {
    #expect(throws: TypesettingError.outsidePage(frame)) { try Sheet.draw("一", in: frame) }
    #expect(throws: TypesettingError.outsidePage(frame)) {
      try Sheet.draw { (canvas) throws(TypesettingError) in try canvas.rectangle(frame) }
    }
    #expect(throws: TypesettingError.outsidePage(frame)) {
      try Sheet.draw { (canvas) throws(TypesettingError) in try canvas.fill(frame, grey: 0.5) }
    }
  }

  @Test("what is no number is refused")
  func notANumber() {
    for x in [Double.nan, -.infinity, 1e300] {
      #expect(throws: TypesettingError.self) {
        try Sheet.draw("一", in: Frame(x: x, y: 0, width: 10, height: 10))
      }
      #expect(throws: TypesettingError.self) {
        try Sheet.draw { (canvas) throws(TypesettingError) in
          try canvas.line(from: Position(x: 0, y: 0), to: Position(x: x, y: 10))
        }
      }
      #expect(throws: TypesettingError.self) { try PaperSize(width: x, height: 100) }
    }
    #expect(throws: TypesettingError.badMeasure(5)) { try PaperSize(width: 5, height: 100) }
  }

  @Test("lines that are none are refused")
  func badLines() {
    for style in [LineStyle(width: 0), LineStyle(width: .nan), LineStyle(width: 1, dash: 0)] {
      #expect(throws: TypesettingError.self) {
        try Sheet.draw { (canvas) throws(TypesettingError) in
          try canvas.line(from: Position(x: 0, y: 0), to: Position(x: 9, y: 9), style: style)
        }
      }
    }
    #expect(throws: TypesettingError.badMeasure(1.5)) {
      try Sheet.draw { (canvas) throws(TypesettingError) in
        try canvas.fill(Sheet.frame, grey: 1.5)
      }
    }
  }

  @Test("a template is held once, on however many pages it stands")
  func template() throws {
    let fonts = try FontBook()
    let form = try PageTemplate(fonts: fonts, paper: .a4) { (canvas) throws(TypesettingError) in
      for place in 0..<20 {
        let frame = Frame(x: 20, y: 20 + Double(place) * 10, width: 80, height: 8)
        try canvas.rectangle(frame, style: LineStyle(width: 0.5, dash: 2))
        try canvas.draw("支払を受ける者\(place)", in: frame, style: Sheet.line)
      }
    }
    func draw(pages: Int) throws -> [UInt8] {
      var document = try PDFDocument(fonts: fonts, metadata: DocumentMetadata(title: "a"))
      for page in 1...pages {
        if page > 1 { try document.nextPage() }
        try document.canvas.draw(form)
        try document.canvas.draw(
          "\(page)", in: Frame(x: 150, y: 20, width: 20, height: 10), style: Sheet.line)
      }
      return try document.finish()
    }
    let (one, many) = (try draw(pages: 1), try draw(pages: 50))
    #expect(many.count < one.count + 49 * 700)
    for page in [1, 50] {
      let text = try Poppler.text(many, page: page)
      #expect(text.contains("支払を受ける者19") && text.contains("\(page)"))
    }
    #expect(try draw(pages: 50) == many)
  }

  @Test("a template of another size is refused, and one that fails is none")
  func badTemplate() throws {
    let fonts = try FontBook()
    let form = try PageTemplate(fonts: fonts, paper: .a5) { (_) throws(TypesettingError) in }
    let document = try PDFDocument(fonts: fonts, metadata: DocumentMetadata(title: "a"))
    #expect(throws: TypesettingError.outsidePage(PaperSize.a5.frame)) {
      try document.canvas.draw(form)
    }
    #expect(throws: TypesettingError.glyphMissing("😀")) {
      _ = try PageTemplate(fonts: fonts, paper: .a5) { (canvas) throws(TypesettingError) in
        try canvas.draw("😀", in: Sheet.frame, style: Sheet.line)
      }
    }
  }

  @Test("a document goes on after a text that was refused")
  func afterRefusal() throws {
    let document = try document(DocumentMetadata(title: "a"))
    #expect(throws: TypesettingError.glyphMissing("😀")) {
      try document.canvas.draw("😀", in: Sheet.frame, style: Sheet.line)
    }
    try document.canvas.draw("済", in: Sheet.frame, style: Sheet.line)
    #expect(try Poppler.text(try document.finish()).trimmed == "済")
  }
}
