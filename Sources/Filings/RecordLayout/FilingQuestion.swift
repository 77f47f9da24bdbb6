/// A point of a layout that the sources leave open; printed, never decided in silence.
public struct FilingQuestion: Hashable, Sendable, Identifiable {
  public let id: String
  /// The first income year it is asked for.
  public let fromYear: Int
  public let ja: String
  public let en: String
  /// What it is about, as `TrustedSubjects` names it.
  let subjects: [String]

  /// Reads the cells after `question`: an id, a year, subjects with commas between, both texts; nil
  /// for what is none.
  init?(_ cells: ArraySlice<Substring>) {
    let cells = Array(cells)
    guard cells.count == 5, !cells[0].isEmpty, let year = Int(cells[1]) else { return nil }
    var subjects: [String] = []
    for cell in cells[2].cells(by: ",") {
      guard let some = Self.subjects(cell) else { return nil }
      subjects += some
    }
    (id, fromYear, self.subjects) = (String(cells[0]), year, subjects)
    (ja, en) = (String(cells[3]), String(cells[4]))
  }

  /// The subjects of a cell: `line-end`, `132`, each of `134-137`, `2200700:11`.
  private static func subjects(_ cell: Substring) -> [String]? {
    if cell.isEmpty { return nil }
    let sides = cell.cells(by: ":")
    let record = sides.count == 2 ? "\(sides[0]):" : ""
    let ends = sides[sides.count - 1].cells(by: "-").map { Int($0) }
    guard sides.count <= 2, ends.count == 2, let first = ends[0], let last = ends[1] else {
      return sides.count <= 2 ? [String(cell)] : nil
    }
    return first < last ? (first...last).map { "\(record)\($0)" } : nil
  }
}
