import Foundation
import TestSupport
import Testing

@testable import Typesetting

@Suite("Reading pages back")
struct ReadingTests {
  /// Writes a document to a file and lends its path.
  @discardableResult
  private func reading<R>(_ pdf: [UInt8], _ body: (String) throws -> R) throws -> R {
    let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).pdf")
    try Data(pdf).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    return try body(url.path())
  }

  private func characters(_ pdf: [UInt8]) throws -> [PlacedCharacter] {
    try reading(pdf) { path in
      var reader = try PDFReader(path: path)
      return try (0..<reader.pageCount).flatMap { try reader.characters(ofPage: $0) }
    }
  }

  private func text(_ characters: [PlacedCharacter]) -> String {
    var text = ""
    for character in characters { text.unicodeScalars.append(character.scalar) }
    return text
  }

  @Test(
    "every character is read, of all fonts, with those that stand for themselves in a font and not",
    arguments: [
      "123456789018", "給与　太郎", "(a\\b) 1-2", "𠮷野家 髙橋 ﾊﾝｶｸ", "①Ⅲ㈱", "葛󠄀城 辻󠄀",
    ])
  func texts(text: String) throws {
    let found = self.text(try characters(Sheet.draw(text)))
    let variation: (Unicode.Scalar) -> Bool = { (0xE0100...0xE01EF).contains($0.value) }
    #expect(
      found.unicodeScalars.filter { !variation($0) && $0 != " " && $0 != "\u{3000}" }
        .elementsEqual(
          text.unicodeScalars.filter { !variation($0) && $0 != " " && $0 != "\u{3000}" }))
  }

  @Test("a character stands where it was drawn, on the second page too")
  func places() throws {
    let frames = [
      Frame(x: 20, y: 20, width: 3.5, height: 4), Frame(x: 23.5, y: 20, width: 3.5, height: 4),
      Frame(x: 150, y: 250, width: 3.5, height: 4),
    ]
    var document = try PDFDocument(
      fonts: try FontBook(), metadata: try DocumentMetadata(title: "題名"))
    let style = TextStyle(.mincho, size: 7, alignment: .centre)
    for page in 0..<2 {
      if page > 0 { try document.nextPage() }
      for (place, frame) in frames.enumerated() {
        try document.canvas.draw("\(place + 1)", in: frame, style: style)
      }
    }
    let found = try characters(document.finish())
    #expect(text(found) == "123123")
    for (place, character) in found.enumerated() {
      let (frame, middle) = (frames[place % 3], character.middle)
      #expect(frame.x < middle.x && middle.x < frame.right)
      #expect(frame.y < middle.y && middle.y < frame.bottom)
    }
  }

  @Test("what a page draws as a whole is told apart, once")
  func forms() throws {
    let fonts = try FontBook()
    let template = try PageTemplate(fonts: fonts, paper: .a4) {
      (canvas) throws(TypesettingError) in
      try canvas.draw("様式 42", in: Sheet.frame, style: Sheet.line)
    }
    var document = try PDFDocument(fonts: fonts, metadata: try DocumentMetadata(title: "題名"))
    try document.canvas.draw("7", in: Sheet.frame, style: Sheet.line)
    try document.canvas.draw(template)
    try document.nextPage()
    try document.canvas.draw(template)
    try reading(document.finish()) { path in
      var reader = try PDFReader(path: path)
      #expect(text(try reader.characters(ofPage: 0)) == "7")
      #expect(try reader.characters(ofPage: 1).isEmpty)
      #expect(text(reader.formCharacters) == "様式 42")
    }
  }

  @Test("an encrypted document is read with its passphrase, and with no other")
  func encrypted() throws {
    let word = Array("correct horse".utf8) + [0]
    let other = Array("wrong horse".utf8) + [0]
    let pdf = try ProtectedPDF.protect(Sheet.draw("源泉徴収票"), passphrase: word.span)
    try reading(pdf) { path in
      var reader = try PDFReader(path: path, passphrase: word.span)
      #expect(text(try reader.characters(ofPage: 0)) == "源泉徴収票")
      #expect(throws: TypesettingError.self) {
        _ = try PDFReader(path: path, passphrase: other.span)
      }
      #expect(throws: TypesettingError.self) { _ = try PDFReader(path: path) }
    }
  }

  @Test("what is no PDF, or was cut off, is refused")
  func broken() throws {
    let pdf = try Sheet.draw("源泉徴収票")
    for bytes in [[], [1, 2, 3], Array(pdf.prefix(pdf.count / 2)), Array(pdf.dropLast(40))] {
      try reading(bytes) { path in
        #expect(throws: TypesettingError.self) { _ = try PDFReader(path: path) }
      }
    }
    #expect(throws: TypesettingError.self) { _ = try PDFReader(path: "/nonexistent.pdf") }
  }

  private func content(
    _ stream: String, fonts: [[UInt8]: PageFont] = [:]
  ) throws(TypesettingError) -> [PlacedCharacter] {
    var content = PageContent(fonts: fonts, height: 100)
    try content.read(Array(stream.utf8))
    return content.characters
  }

  @Test(
    "content that is not written here is refused, since text could hide in it",
    arguments: [
      "BT /f 1 Tf (1) Tj ET", "BT (1) Tj ET", "BT (1) ' ET", "3 Tr", "BI /W 1 ID x EI",
      "0 1 -1 0 0 0 cm", "Q", "(open", "<12", "1 0 0 1 cm", "<zz> Tj", "1.2.3 w",
      "/Span << /ActualText (1) >> BDC", "<a >x",
    ])
  func unknown(stream: String) {
    #expect(throws: TypesettingError.unreadable) { _ = try content(stream) }
  }

  @Test("what a span says that it stands for is read, though nothing is drawn")
  func meant() throws {
    let hidden = try content("BT 1 0 0 1 5 5 Tm /Span << /ActualText <feff00310020> >> BDC EMC ET")
    #expect(hidden.map(\.scalar) == ["1"])
  }

  @Test("strings are read with their escapes")
  func strings() throws {
    var tokens = PDFTokens(
      Array(#"(a\(b\)\\(c)\061\n\#u{5C}"#.utf8) + [0x0A] + Array("d)<41 4>% x\n7".utf8))
    #expect(try tokens.next() == .text(Array("a(b)\\(c)1\nd".utf8)))
    #expect(try tokens.next() == .text([0x41, 0x40]))
    #expect(try tokens.next() == .number(7))
    #expect(try tokens.next() == nil)
  }
}
