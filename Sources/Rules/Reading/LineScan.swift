/// What one line of YAML holds that the parser should not see.
///
/// It reads characters, not YAML: a `*` or `&` where a value may begin is taken for an alias or an
/// anchor. A policy has no use for either, and they let a small file stand for a huge one.
struct LineScan {
  /// Opening brackets less closing ones.
  private(set) var brackets = 0
  /// The column of what is wrong, from 1.
  private(set) var column: Int?
  private(set) var message: String?

  init(_ line: Substring) {
    var previous: Unicode.Scalar = ":"
    var afterSpace = true
    var isLeading = true
    for (index, scalar) in line.unicodeScalars.enumerated() {
      if scalar == "#", afterSpace { return }
      if isLeading { isLeading = " -?:".unicodeScalars.contains(scalar) }
      if isLeading, index >= PolicyYAML.maximumDepth { note(index + 1, "nested too deeply") }
      inspect(scalar, after: previous, at: index + 1)
      afterSpace = scalar == " "
      if !afterSpace { previous = scalar }
    }
  }

  private mutating func inspect(
    _ scalar: Unicode.Scalar, after previous: Unicode.Scalar, at place: Int
  ) {
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
