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
  /// Any characters of JIS X 0201 and JIS X 0208.
  case mixed
  /// The same, the family and the given name apart by one full-width space.
  case name
  /// Half-width katakana, the family and the given name apart by one space.
  case kanaName = "kana-name"
  /// As `mixed`, without a half-width space and two full-width ones together.
  case address
  /// Letters and digits alone, or half-width katakana alone; not zeros alone.
  case symbol
  case digits
  /// Digits, not zeros alone.
  case code
  /// Year, month and day in two digits each, after the field of the era.
  case date
  /// The day, after the fields of era, year and month.
  case day
  /// Year in four digits, month and day.
  case calendar
  /// A My Number or a corporate number.
  case number
}
