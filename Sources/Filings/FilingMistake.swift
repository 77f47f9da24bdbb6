public import People
public import Wording

/// One thing wrong with an input file, where, and whose; never holds a number, a name or an address.
public struct FilingMistake: Hashable, Sendable {
  /// The physical line of the file, from 1.
  public let line: Int
  /// The field of the line, from 1; 0 where the mistake is of the whole line.
  public let column: Int
  /// Whose value is wrong; nil where it is nobody's, or not known whose.
  public let person: PersonCode?
  /// The official name of the item; empty for the whole line.
  public let field: String
  /// Which rule was broken.
  public let rule: MistakeRule

  public init(
    line: Int, column: Int = 0, person: PersonCode? = nil, field: String = "", rule: MistakeRule
  ) {
    self.line = line
    self.column = column
    self.person = person
    self.field = field
    self.rule = rule
  }

  /// The rule in a sentence.
  public var message: Phrase { rule.phrase }
}

extension FilingMistake: Comparable {
  /// Orders by place.
  public static func < (left: Self, right: Self) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

extension FilingMistake: Worded {
  public var phrase: Phrase {
    let place: Phrase = column > 0 ? "line \(line), column \(column)" : "line \(line)"
    let whose = person.map { "\(place), \($0)" as Phrase } ?? place
    return field.isEmpty ? "\(whose): \(message)" : "\(whose) (\(field)): \(message)"
  }
}
