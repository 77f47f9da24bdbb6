public import Wording

/// One rule that an input breaks, with its place; it never holds the number.
public struct InputMistake: Hashable, Sendable, Worded {
  /// The file's name, if it came from one.
  public let file: String?
  /// The line, from 1.
  public let line: Int?
  /// The column, from 1: of a CSV the field's, of a text file the character's.
  public let column: Int?
  /// The field's header.
  public let field: String?
  /// The rule that is broken.
  public let message: Phrase

  /// Describes a mistake.
  public init(
    file: String? = nil, line: Int? = nil, column: Int? = nil, field: String? = nil,
    message: Phrase
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.field = field
    self.message = message
  }

  public var phrase: Phrase {
    var place = file ?? ""
    if let line { place += ":\(line)" }
    if let column { place += ":\(column)" }
    let rule: Phrase = field.map { "\($0): \(message)" } ?? message
    return place.isEmpty ? rule : "\(place): \(rule)"
  }
}
