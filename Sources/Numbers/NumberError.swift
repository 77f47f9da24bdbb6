public import Wording

/// Why bytes are not a My Number or a corporate number; never says which digits they were.
public enum NumberError: Error, Equatable, Sendable, Worded {
  /// Nothing but spaces and hyphens.
  case empty
  /// Not 12 digits (My Number) or 13 digits (corporate number).
  case wrongLength
  /// Something that is neither a digit, a space nor a hyphen.
  case badCharacter
  /// The check digit does not match.
  case badCheckDigit
  /// Twelve zeros: the check digit matches, but no person has this number.
  case allZeros

  public var phrase: Phrase {
    switch self {
    case .empty: "the number is empty"
    case .wrongLength: "the number has too few or too many digits"
    case .badCharacter: "the number has a character that is not a digit"
    case .badCheckDigit: "the check digit of the number does not match"
    case .allZeros: "the number is all zeros"
    }
  }
}
