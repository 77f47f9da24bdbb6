/// What one line of YAML holds that the parser should not see.
///
/// It reads characters, not YAML: a `*` or `&` where a value may begin is taken for an alias or an
/// anchor. A policy has no use for either, and they let a small file stand for a huge one. A quoted
/// text must end on its line, so that no line can pass for a comment and be none.
struct LineScan {
  /// Opening brackets less closing ones.
  private(set) var brackets = 0
  /// The column of what is wrong, from 1.
  private(set) var column: Int?
  private(set) var message: String?

  /// The last character that is no space.
  private(set) var previous: Unicode.Scalar = ":"
  /// Whether the line goes on inside brackets that an earlier one opened.
  private let isInside: Bool
  private var afterSpace = true
  private var isLeading = true
  private var quote: Unicode.Scalar?
  private var isEscaped = false

  /// Scans a line.
  ///
  /// - Parameter outer: the last character before it when it stands inside brackets, else nil.
  init(_ line: Substring, inside outer: Unicode.Scalar?) {
    isInside = outer != nil
    if let outer { previous = outer }
    for (index, scalar) in line.unicodeScalars.enumerated() {
      if quote != nil {
        skip(scalar)
        continue
      }
      if scalar == "#", afterSpace { break }
      if isOpening(scalar) { quote = scalar }
      if !" -?:".unicodeScalars.contains(scalar) { isLeading = false }
      if isLeading, index >= PolicyYAML.maximumDepth { note(index + 1, "nested too deeply") }
      inspect(scalar, at: index + 1)
      afterSpace = scalar == " "
      if !afterSpace { previous = scalar }
    }
    if quote != nil { note(1, "not YAML: a quoted text ends on its own line") }
  }

  /// Whether a quotation mark begins a quoted text here, not merely stands in a plain one.
  private func isOpening(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar == "\"" || scalar == "'" else { return false }
    if "[{,".unicodeScalars.contains(previous) { return true }
    return afterSpace && (previous == ":" || (isLeading && !isInside))
  }

  private mutating func skip(_ scalar: Unicode.Scalar) {
    if isEscaped {
      isEscaped = false
    } else if scalar == "\\", quote == "\"" {
      isEscaped = true
    } else if scalar == quote {
      quote = nil
      previous = scalar
      afterSpace = false
    }
  }

  private mutating func inspect(_ scalar: Unicode.Scalar, at place: Int) {
    switch scalar {
    case "[", "{": brackets += 1
    case "]", "}": brackets -= 1
    case "*", "&":
      // Inside a word or a sentence they are only characters.
      guard ":-,[{?".unicodeScalars.contains(previous) else { return }
      note(place, "anchors and aliases are not used in a policy")
    case "\t": note(place, "a tab is not used in a policy")
    case let other where other.value < 32 && other != "\r":
      note(place, "a control character")
    default: break
    }
  }

  private mutating func note(_ place: Int, _ text: String) {
    if column == nil { (column, message) = (place, text) }
  }
}
