import TestSupport

/// A form's table as it stands in the file, read by the test itself; in millimetres.
struct FormTableText {
  struct Box {
    let item: String
    let left: Double, top: Double, width: Double, height: Double

    func holds(_ word: PDFWord) -> Bool {
      let millimetre = 72 / 25.4
      let (x, y) = ((word.left + word.right) / 2, (word.top + word.bottom) / 2)
      return (left...left + width).contains(x / millimetre)
        && (top...top + height).contains(y / millimetre)
    }
  }

  /// The lines of the file that draw something, without the look of a reissue.
  private(set) var drawn: [[String]] = []
  private(set) var boxes: [Box] = []
  private(set) var labels: [Box] = []

  init(_ name: String) throws {
    let bytes = try FileBytes.checkout("Policies/layouts/\(name).tsv")
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard ["line", "label", "item"].contains(cells[0]) else { continue }
      drawn.append(cells)
      if cells[0] == "item" { boxes.append(Self.box(cells[1], cells[2...5])) }
      if cells[0] == "label" { labels.append(Self.box(cells[8], cells[1...4])) }
    }
  }

  private static func box(_ name: String, _ measures: ArraySlice<String>) -> Box {
    let n = measures.map { Double($0) ?? .nan }
    return Box(item: name, left: n[0], top: n[1], width: n[2], height: n[3])
  }

  subscript(item: Int) -> Box? { boxes.first { $0.item == "\(item)" } }

  /// A label by its words, spaces and line ends apart.
  func label(_ text: String) -> Box? {
    labels.first {
      $0.item.replacing(#"\n"#, with: "").filter { !$0.isWhitespace } == text
    }
  }

  /// What is drawn above the rows 4 and 5 of the form and below them: all that income year 2025 left
  /// as it was.
  func outside(_ band: ClosedRange<Double>) -> Set<[String]> {
    Set(
      drawn.filter { cells in
        let top = cells[0] == "line" ? 2 : cells[0] == "label" ? 2 : 3
        let y = Double(cells[top]) ?? .nan
        let end = cells[0] == "line" ? Double(cells[4]) ?? .nan : y
        return !(band.contains(y) && band.contains(end))
      })
  }
}
