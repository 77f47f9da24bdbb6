import JSON
import TestSupport

extension CanonicalValue {
  /// Any value, at most `depth` levels deep.
  static func random(depth: Int, using generator: inout SplitMix) -> CanonicalValue {
    switch Int.random(in: 0..<(depth > 0 ? 6 : 4), using: &generator) {
    case 0: return .null
    case 1: return .bool(.random(using: &generator))
    case 2: return .integer(.random(in: -integerLimit...integerLimit, using: &generator))
    case 3: return .string(text(using: &generator))
    case 4:
      return .array(
        (0..<Int.random(in: 0..<4, using: &generator)).map { _ in
          random(depth: depth - 1, using: &generator)
        })
    default:
      var members: [String: CanonicalValue] = [:]
      for _ in 0..<Int.random(in: 0..<4, using: &generator) {
        members[text(using: &generator)] = random(depth: depth - 1, using: &generator)
      }
      return .object(members)
    }
  }

  private static func text(using generator: inout SplitMix) -> String {
    let letters = Array(
      "aZ09 \"\\/\u{0}\u{8}\t\n\u{C}\r\u{1F}\u{7F}\u{E9}€\u{FB33}😀番".unicodeScalars)
    var text = ""
    for _ in 0..<Int.random(in: 0..<6, using: &generator) {
      text.unicodeScalars.append(letters[Int.random(in: letters.indices, using: &generator)])
    }
    return text
  }
}
