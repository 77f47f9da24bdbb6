public import Wording

/// What can be wrong with text; never holds a number, and of a name only the odd characters.
public enum TextError: Error, Equatable, Sendable {
  /// The C library has no converter for CP932 (its gconv modules are not installed).
  case converterUnavailable
  /// These characters, the first ten that differ, have no code in CP932.
  case unencodable(characters: [Character])
  /// The bytes are not text of this encoding; the offset counts bytes from 0.
  case malformed(encoding: TextEncoding, offset: Int)
  /// The same for a field of a CSV file; line and column count from 1, a column being a field.
  case malformedField(encoding: TextEncoding, line: Int, column: Int)
  /// The bytes are neither UTF-8 nor CP932; the line, from 1, is where the last of them is ruled out.
  case unknownEncoding(line: Int?)
  /// A field that opens with a quote is never closed.
  case unterminatedQuote(line: Int, column: Int)
  /// Something other than a comma or the end of the line follows a closing quote.
  case strayQuote(line: Int, column: Int)
  /// A carriage return that no line feed follows, outside quotes.
  case strayCarriageReturn(line: Int, column: Int)
  /// A NUL byte, which no CSV file has.
  case nulByte(line: Int, column: Int)
  /// A field is longer than the limit in bytes.
  case fieldTooLong(line: Int, column: Int, limit: Int)
  /// A row is longer than the limit in bytes.
  case rowTooLong(line: Int, limit: Int)
  /// A row has more fields than the limit.
  case tooManyColumns(line: Int, limit: Int)
  /// The operating system could not read or write; `number` is errno.
  case inputOutput(number: Int32)
  /// A file of the name to be made is there already; it is never written over.
  case outputExists(path: String)
  /// A file cannot be made under the name; `number` is errno.
  case outputNotMade(path: String, number: Int32)
}

extension TextError {
  /// The line the error is about, counted from 1, where there is one.
  public var line: Int? { position?.line }

  /// The field the error is about, counted from 1, where there is one.
  public var column: Int? { position?.column }

  private var position: (line: Int, column: Int?)? {
    switch self {
    case .malformedField(_, let line, let column), .unterminatedQuote(let line, let column),
      .strayQuote(let line, let column), .strayCarriageReturn(let line, let column),
      .nulByte(let line, let column), .fieldTooLong(let line, let column, _):
      (line, column)
    case .rowTooLong(let line, _), .tooManyColumns(let line, _): (line, nil)
    case .unknownEncoding(let line): line.map { ($0, nil) }
    case .converterUnavailable, .unencodable, .malformed, .inputOutput,
      .outputExists, .outputNotMade:
      nil
    }
  }
}

extension TextError: Worded {
  public var phrase: Phrase {
    guard let position else { return rule }
    guard let column = position.column else { return "line \(position.line): \(rule)" }
    return "line \(position.line), column \(column): \(rule)"
  }

  /// The rule that was broken, without its place.
  public var rule: Phrase {
    switch self {
    case .converterUnavailable: "the C library has no converter for CP932"
    case .unencodable(let characters):
      "no code in CP932 for \(characters.map(Self.codePoints).joined(separator: ", "))"
    case .malformed(let encoding, let offset): "not \(encoding.name) at byte \(offset)"
    case .malformedField(let encoding, _, _): "not \(encoding.name)"
    case .unknownEncoding: "neither UTF-8 nor CP932 (save it as CSV in UTF-8)"
    case .unterminatedQuote: "a quoted field has no closing quote"
    case .strayQuote: "only a comma or the end of the line may follow a closing quote"
    case .strayCarriageReturn: "a carriage return without a line feed"
    case .nulByte: "a NUL byte"
    case .fieldTooLong(_, _, let limit):
      "a field is longer than \(limit) bytes (is a closing quote missing?)"
    case .rowTooLong(_, let limit):
      "a row is longer than \(limit) bytes (is a closing quote missing?)"
    case .tooManyColumns(_, let limit): "a row has more than \(limit) columns"
    case .inputOutput(let number): "input or output failed (errno \(number))"
    case .outputExists(let path): "\(path) exists and is not written over"
    case .outputNotMade(let path, let number): "\(path) cannot be made (errno \(number))"
    }
  }

  private static func codePoints(_ character: Character) -> String {
    character.unicodeScalars.map { scalar in
      let hex = String(scalar.value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
    }.joined(separator: " ")
  }
}
