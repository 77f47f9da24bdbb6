/// Whether a field must have a value.
public enum FieldNeed: String, Sendable {
  case optional = ""
  case always = "yes"
  /// Where the year-end adjustment was made.
  case ifAdjusted = "adjusted"
}
