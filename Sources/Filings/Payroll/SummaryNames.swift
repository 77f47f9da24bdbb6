import Text

/// The family members who have no box: `（１）氏名`, then `（年少）` or where they live, in the summary.
struct SummaryNames {
  let label: Int
  let name: String
  var isUnderSixteen = false
  /// 区分 as in a box: `01` to `04`.
  var residence: String?

  /// Finds them in the order written.
  static func parse(_ summary: String) -> [SummaryNames] {
    var found: [SummaryNames] = []
    for piece in pieces(of: Folding.fullWidth(summary)) {
      if let label = label(piece.mark) {
        guard !piece.text.isEmpty else { continue }
        found.append(SummaryNames(label: label, name: piece.text))
      } else if !found.isEmpty {
        found[found.count - 1].note(piece.mark)
      }
    }
    return found
  }

  private mutating func note(_ mark: String) {
    switch mark {
    case "年少": isUnderSixteen = true
    case "非居住者": residence = "01"
    case "０１", "０２", "０３", "０４": residence = Folding.halfWidth(mark)
    default: break
    }
  }

  /// 1 to 99 without a zero in front, which marks where someone lives.
  private static func label(_ mark: String) -> Int? {
    guard !mark.hasPrefix("０"), let label = Int(Folding.halfWidth(mark)), (1...99).contains(label)
    else { return nil }
    return label
  }

  /// What stands in each pair of parentheses, and the words after it up to the next mark.
  private static func pieces(of text: String) -> [(mark: String, text: String)] {
    text.split(separator: "（").compactMap { part in
      guard let close = part.firstIndex(of: "）") else { return nil }
      let rest = part[part.index(after: close)...]
      let name = rest.prefix { !"、，。／；".contains($0) }
      return (String(part[..<close]), String(name).trimmed)
    }
  }
}
