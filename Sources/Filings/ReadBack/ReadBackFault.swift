public import Wording

/// What a file that was made does not have, or should not have; it tells places, never a number.
public struct ReadBackFault: Hashable, Sendable {
  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    /// A field for somebody's number holds another text than that number.
    case notTheNumber
    /// A field for a number that was left blank is not blank.
    case notBlank
    /// Twelve digits that could be a My Number stand in a field for something else.
    case looksLikeNumber
    /// The process that reads pages back found something else on them than was meant, or could not.
    case otherPages
    /// There are more or fewer rows than were written, or a row with too few fields.
    case otherRows
  }

  /// The row of the file that was made, from 1.
  public let row: Int
  /// The field, from 1; 0 for the row as a whole.
  public let field: Int
  public let kind: Kind

  public init(row: Int, field: Int, kind: Kind) {
    self.row = row
    self.field = field
    self.kind = kind
  }
}

extension ReadBackFault: Worded {
  public var phrase: Phrase {
    row == 0 ? "the file made: \(rule)" : "the file made, row \(row), field \(field): \(rule)"
  }

  private var rule: Phrase {
    switch kind {
    case .notTheNumber: "not the number of the person who stands there"
    case .notBlank: "not blank, though the number is left out"
    case .looksLikeNumber: "twelve digits here could be a My Number"
    case .otherPages: "its pages do not hold what was meant, or cannot be read back"
    case .otherRows: "not the rows that were meant"
    }
  }
}
