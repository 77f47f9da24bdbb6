import CPageFloor
import Foundation

/// What the floor draws, out of the same table of the policy.
@safe struct FormTable {
  private(set) var lines: [floor_line] = []
  private(set) var labels: [(frame: floor_text, text: String)] = unsafe []
  /// The boxes by item; the first of an item that has several.
  private(set) var boxes: [String: floor_text] = unsafe [:]
  private(set) var size = (width: 0.0, height: 0.0)

  init(_ path: String) throws {
    let table = try String(contentsOfFile: path, encoding: .utf8)
    for row in table.split(separator: "\n") {
      let cells = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      switch cells[0] {
      case "paper": size = (Self.points(cells[1]), Self.points(cells[2]))
      case "line":
        let places = cells[1...4].map(Self.points)
        lines.append(floor_line(x1: places[0], y1: places[1], x2: places[2], y2: places[3]))
      case "label":
        // The floor sets each line of a label by itself.
        for text in cells[8].components(separatedBy: #"\n"#) where !text.isEmpty {
          unsafe labels.append((Self.text(cells[1...5], cells[7]), text))
        }
      case "item":
        let known = unsafe boxes[cells[1]] != nil
        if !known { unsafe boxes[cells[1]] = unsafe Self.text(cells[2...6], cells[8]) }
      default: continue
      }
    }
  }

  private static func points(_ cell: String) -> Double { (Double(cell) ?? 0) * 72 / 25.4 }

  private static func text(_ cells: ArraySlice<String>, _ style: String) -> floor_text {
    let numbers = Array(cells)
    let align: Int32 = style.contains("right") ? 2 : style.contains("centre") ? 1 : 0
    return unsafe floor_text(
      x: points(numbers[0]), y: points(numbers[1]), width: points(numbers[2]),
      height: points(numbers[3]), size: Double(numbers[4]) ?? 0, align: align, text: nil)
  }
}
