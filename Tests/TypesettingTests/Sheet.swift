@testable import Typesetting

/// Documents of one page, for tests.
enum Sheet {
  static let line = TextStyle(.mincho, size: 10)
  static let lines = TextStyle(.mincho, size: 10, verticalAlignment: .top, wraps: true)
  static let frame = Frame(x: 20, y: 20, width: 100, height: 20)

  static func draw(
    _ paper: PaperSize = .a4, title: String = "題名",
    _ content: (borrowing Canvas) throws(TypesettingError) -> Void
  ) throws(TypesettingError) -> [UInt8] {
    let document = try PDFDocument(
      fonts: try FontBook(), paper: paper, metadata: try DocumentMetadata(title: title))
    try content(document.canvas)
    return try document.finish()
  }

  static func draw(
    _ text: String, in frame: Frame = frame, style: TextStyle = line
  ) throws(TypesettingError) -> [UInt8] {
    try draw { (canvas) throws(TypesettingError) in
      try canvas.draw(text, in: frame, style: style)
    }
  }

  /// A document of running text.
  static func flow(
    _ layout: PageLayout = PageLayout(), paper: PaperSize = .a4,
    _ content: (inout TextFlow) throws(TypesettingError) -> Void
  ) throws(TypesettingError) -> [UInt8] {
    let document = try PDFDocument(
      fonts: try FontBook(), paper: paper, metadata: try DocumentMetadata(title: "題名"))
    var flow = try TextFlow(document, layout: layout)
    try content(&flow)
    return try flow.finish().finish()
  }
}
