internal import Typesetting

/// Reads a form on paper from its table: a line of the table for each line, label and box.
struct PaperFormReader {
  private let file: String
  private var line = 0
  private var keys: [String: String] = [:]
  private var paper: PaperSize?
  private var questions: [FilingQuestion] = []
  private var subjects = TrustedSubjects()
  private var lines: [FormLine] = []
  private var labels: [FormLabel] = []
  private var reissue: FormLabel?
  private var boxes: [FormBox] = []

  static func form(_ bytes: [UInt8], file: String) throws(FilingError) -> PaperForm {
    var reader = PaperFormReader(file: file)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw reader.bad("the file is not UTF-8")
    }
    for row in text[...].cells(by: "\n") {
      reader.line += 1
      if row.isEmpty { continue }
      try reader.take(row.cells(by: "\t"))
    }
    return try reader.finish(bytes)
  }

  private init(file: String) { self.file = file }

  private func bad(_ message: String) -> FilingError {
    .badLayout(file: file, line: line, message: message)
  }

  private mutating func take(_ row: [Substring]) throws(FilingError) {
    let cells = row.map(String.init)
    switch (cells[0], cells.count) {
    case ("form", 2), ("title", 2), ("numbers", 2), ("from", 2), ("until", 2),
      ("verified-until", 2):
      keys[cells[0]] = cells[1]
    case ("source", _), ("property", _):
      guard subjects.take(row) else { throw bad("no new source or property") }
    case ("question", _):
      guard let question = FilingQuestion(row.dropFirst()) else { throw bad("no question") }
      questions.append(question)
    case ("paper", 3): paper = try size(cells)
    case ("line", 6): lines.append(try stroke(cells))
    case ("label", 9): labels.append(try label(cells))
    case ("reissue", 9): reissue = try label(cells)
    case ("item", 10): boxes.append(try box(cells))
    default: throw bad("unknown key")
    }
  }

  private func measures(_ cells: ArraySlice<String>) throws(FilingError) -> [Double] {
    let numbers = cells.compactMap { Double($0) }
    guard numbers.count == cells.count, numbers.allSatisfy(\.isFinite) else {
      throw bad("a measure is no number")
    }
    return numbers
  }

  private func size(_ cells: [String]) throws(FilingError) -> PaperSize {
    let numbers = try measures(cells[1...])
    do throws(TypesettingError) {
      return try PaperSize(width: numbers[0], height: numbers[1])
    } catch {
      throw bad("\(error)")
    }
  }

  private func stroke(_ cells: [String]) throws(FilingError) -> FormLine {
    let numbers = try measures(cells[1...4])
    guard let style = FormLine.styles[cells[5]] else { throw bad("an unknown look of a line") }
    return FormLine(
      start: Position(x: numbers[0], y: numbers[1]), end: Position(x: numbers[2], y: numbers[3]),
      style: style)
  }

  private func label(_ cells: [String]) throws(FilingError) -> FormLabel {
    let numbers = try measures(cells[1...6])
    var style = try style(cells[7], size: numbers[4], smallest: numbers[4])
    style.lineSpacing = numbers[5]
    style.wraps = cells[8].contains(#"\n"#)
    return FormLabel(
      frame: Self.frame(numbers), style: style, text: cells[8].replacing(#"\n"#, with: "\n"))
  }

  private func box(_ cells: [String]) throws(FilingError) -> FormBox {
    let numbers = try measures(cells[2...7])
    guard let item = RecordItem(cells[1]), let format = BoxFormat(cells[9]) else {
      throw bad("a cell has no known value")
    }
    return FormBox(
      item: item, frame: Self.frame(numbers),
      style: try style(cells[8], size: numbers[4], smallest: numbers[5]), format: format)
  }

  private static func frame(_ numbers: [Double]) -> Frame {
    Frame(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3])
  }

  /// Reads words such as `gothic right` or `left top wrap`; mincho and middle are not said.
  private func style(
    _ words: String, size: Double, smallest: Double
  ) throws(FilingError) -> TextStyle {
    var style = TextStyle(.mincho, size: size, smallest: smallest, lineSpacing: 1.1)
    for word in words.split(separator: " ") {
      switch word {
      case "gothic": style.typeface = .gothic
      case "left": style.alignment = .left
      case "centre": style.alignment = .centre
      case "right": style.alignment = .right
      case "top": style.verticalAlignment = .top
      case "wrap": style.wraps = true
      default: throw bad("an unknown style")
      }
    }
    return style
  }

  private func finish(_ table: [UInt8]) throws(FilingError) -> PaperForm {
    guard let name = keys["form"], let title = keys["title"], let paper, !boxes.isEmpty,
      let from = keys["from"].flatMap({ Int($0) })
    else { throw bad("form, title, from, paper and items are needed") }
    if let fault = subjects.fault(of: questions) { throw bad(fault) }
    return PaperForm(
      name: name, fromYear: from, untilYear: keys["until"].flatMap { Int($0) },
      verifiedUntil: keys["verified-until"].flatMap { Int($0) },
      bearsNumbers: keys["numbers"] == "yes", title: title, table: table, questions: questions,
      paper: paper, lines: lines, labels: labels, reissue: reissue, boxes: boxes)
  }
}
