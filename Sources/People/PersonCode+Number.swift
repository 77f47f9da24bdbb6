import Numbers

extension PersonCode {
  /// Whether twelve of the digits, separators removed, would pass as a My Number.
  static func couldHoldNumber(_ text: String) -> Bool {
    text.utf8.count >= MyNumber.digitCount && MyNumber.looksLikeNumber(in: text.utf8)
  }
}
