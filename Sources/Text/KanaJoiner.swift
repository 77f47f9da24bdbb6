/// Collects characters, widening half-width kana and joining each ゛ ゜ to the kana before it.
struct KanaJoiner {
  private var output: TextBuffer
  /// The last character collected.
  private(set) var last: Unicode.Scalar?

  /// - Parameter capacity: how many bytes to make room for.
  init(capacity: Int) { output = TextBuffer(capacity: capacity) }

  var text: String { output.text }

  mutating func append(_ scalar: Unicode.Scalar) {
    if let joined = joined(with: scalar) {
      output.removeLast()
      push(joined)
    } else {
      push(KanaTable.full(scalar))
    }
  }

  private func joined(with mark: Unicode.Scalar) -> Unicode.Scalar? {
    guard let last else { return nil }
    return switch mark.value {
    case 0x3099, 0xFF9E: KanaTable.voiced(last)
    case 0x309A, 0xFF9F: KanaTable.semivoiced(last)
    default: nil
    }
  }

  private mutating func push(_ scalar: Unicode.Scalar) {
    output.append(scalar)
    last = scalar
  }
}
