public import Wording

/// What a file that was made does not have, or should not have; it tells places, never a number.
public struct ReadBackFault: Hashable, Sendable {
  /// What is wrong.
  public enum Kind: String, Hashable, Sendable {
    /// A field for somebody's number holds another text than that number.
    case notTheNumber
    /// A field for a number that was left blank is not blank.
    case notBlank
    /// Twelve digits that could be a My Number stand in a field for something else.
    case looksLikeNumber
    /// The process that reads pages back found something else on them than was meant, or could not.
    case otherPages
    /// There are more or fewer rows or copies than were written, or a row with too few fields.
    case otherRows
  }

  /// Where it is wrong.
  public enum Place: Hashable, Sendable {
    /// The file as a whole.
    case file
    /// A row, from 1, and a field of it, from 1; 0 for the row as a whole.
    case row(Int, field: Int)
    /// A page, from 1, and the item of a box on it, such as `#95`; nil for the page as a whole.
    case page(Int, box: String?)
  }

  public let place: Place
  public let kind: Kind

  public init(_ place: Place, _ kind: Kind) {
    self.place = place
    self.kind = kind
  }
}

extension ReadBackFault: Worded {
  public var phrase: Phrase {
    switch place {
    case .file: "the file made: \(rule)"
    case .row(let row, let field): "the file made, row \(row), field \(field): \(rule)"
    case .page(let page, nil): "the file made, page \(page): \(rule)"
    case .page(let page, let box?): "the file made, page \(page), box \(box): \(rule)"
    }
  }

  private var rule: Phrase {
    switch kind {
    case .notTheNumber: "not the number of the person who stands there"
    case .notBlank: "not blank, though the number is left out"
    case .looksLikeNumber: "twelve digits here could be a My Number"
    case .otherPages: "its pages do not hold what was meant, or cannot be read back"
    case .otherRows: "not the rows or copies that were meant"
    }
  }
}
