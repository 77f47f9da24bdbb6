import People

/// How the value of an item is written in its box on paper.
enum BoxFormat: Hashable, Sendable {
  case text
  /// Yen, with commas.
  case money
  /// A head-count; nothing for zero.
  case count
  /// A part of a date, without a zero in front.
  case number
  /// The era whose code the record has (元号).
  case era
  /// 区分 of a relative: nothing for a resident.
  case residence
  /// A digit in each of so many cells, at their right end.
  case cells(Int)
  /// A circle where the record has this code.
  case mark(code: String)

  /// Reads `text`, `money`, `mark=1`; nil for anything else.
  init?(_ word: some StringProtocol) {
    switch word {
    case "text": self = .text
    case "money": self = .money
    case "count": self = .count
    case "number": self = .number
    case "era": self = .era
    case "residence": self = .residence
    default:
      if word.hasPrefix("mark="), word.count == 6 {
        self = .mark(code: String(word.dropFirst(5)))
      } else if word.hasPrefix("cells="), let count = Int(word.dropFirst(6)), 1...99 ~= count {
        self = .cells(count)
      } else {
        return nil
      }
    }
  }

  /// What stands in the box; empty for nothing.
  func written(_ value: String) -> String {
    switch self {
    case .text, .cells: value
    case .money: Self.grouped(value)
    case .count: value.utf8.allSatisfy { $0 == 0x30 } ? "" : Self.plain(value)
    case .number: Self.plain(value)
    case .era: Era.allCases.first { String($0.taxCode) == value }?.japanese ?? ""
    case .residence: value.utf8.allSatisfy { $0 == 0x30 } ? "" : value
    case .mark(let code): value == code ? "○" : ""
    }
  }

  /// Digits without zeros in front.
  private static func plain(_ digits: String) -> String {
    let rest = digits.drop { $0 == "0" }
    return rest.isEmpty && !digits.isEmpty ? "0" : String(rest)
  }

  /// Digits with a comma before every three.
  private static func grouped(_ digits: String) -> String {
    let digits = plain(digits)
    var text = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }
}
