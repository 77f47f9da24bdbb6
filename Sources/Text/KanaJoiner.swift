/// Collects characters, widening half-width kana and joining each ゛ ゜ to the kana before it.
struct KanaJoiner {
  private var output = String.UnicodeScalarView()
  /// The last character collected.
  private(set) var last: Unicode.Scalar?

  var text: String { String(output) }

  mutating func append(_ scalar: Unicode.Scalar) {
    let wide = KanaTable.full(scalar)
    if let joined = joined(with: scalar) {
      output.removeLast()
      push(joined)
    } else {
      push(wide)
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
