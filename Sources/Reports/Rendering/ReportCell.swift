internal import Auditing
internal import JSON

/// One value of a table: an identifier for data and, where it has one, a word for people.
enum ReportCell: Hashable, Sendable {
  case empty
  case text(String)
  case word(id: String, Words)
  case count(Int)
  case entries(EntryRanges)
  case list([ReportCell])

  /// Nothing, or a text.
  static func optional(_ text: String?) -> ReportCell { text.map(ReportCell.text) ?? .empty }

  /// True if there is nothing to show.
  var isEmpty: Bool {
    switch self {
    case .empty: true
    case .text(let text): text.isEmpty
    case .entries(let entries): entries.isEmpty
    case .list(let cells): cells.isEmpty
    case .word, .count: false
    }
  }

  /// The same in every language.
  var identifier: String {
    switch self {
    case .empty: ""
    case .text(let text): text
    case .word(let id, _): id
    case .count(let count): "\(count)"
    case .entries(let entries): entries.text(separator: "; ")
    case .list(let cells): cells.map(\.identifier).joined(separator: ";")
    }
  }

  /// The identifier as a member of a CSV's key: what parts members and items stands behind a
  /// backslash where a text has it.
  var member: String {
    switch self {
    case .list(let cells): cells.map(\.member).joined(separator: ";")
    case .entries: identifier
    default:
      identifier.unicodeScalars.reduce(into: "") { text, scalar in
        if ["\\", "|", ";"].contains(scalar) { text.unicodeScalars.append("\\") }
        text.unicodeScalars.append(scalar)
      }
    }
  }

  /// For people.
  func text(_ language: ReportLanguage) -> String {
    switch self {
    case .word(_, let words): words.text(language)
    case .entries(let entries): entries.description
    case .list(let cells):
      cells.map { $0.text(language) }.joined(separator: language == .japanese ? "、" : ", ")
    default: identifier
    }
  }

  /// For machines; nil for nothing.
  var value: CanonicalValue? {
    switch self {
    case .empty: nil
    case .text(let text): .string(text)
    case .word(let id, _): .string(id)
    case .count(let count): .integer(count)
    case .entries(let entries):
      .array(
        entries.ranges.map { .array([.integer($0.lowerBound), .integer($0.upperBound)]) })
    case .list(let cells): .array(cells.compactMap(\.value))
    }
  }
}
