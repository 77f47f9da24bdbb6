/// Which characters a field takes.
public enum FieldClass: String, Sendable {
  /// Full-width characters of JIS X 0208.
  case full
  /// Full-width katakana.
  case kana
  /// Half-width katakana.
  case halfKana = "kana-half"
  /// Half-width letters, digits and signs.
  case half
  case digits
  /// A My Number or a corporate number.
  case number
}
