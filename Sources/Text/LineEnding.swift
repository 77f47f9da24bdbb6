/// How a row of a CSV file ends.
public enum LineEnding: Sendable {
  /// The file ends with the row.
  case none
  case lf
  case crlf

  /// The bytes of the ending.
  var count: Int {
    switch self {
    case .none: 0
    case .lf: 1
    case .crlf: 2
    }
  }
}
