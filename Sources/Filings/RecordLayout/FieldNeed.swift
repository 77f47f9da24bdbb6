/// Whether a field must have a value.
public enum FieldNeed: Hashable, Sendable {
  case optional
  case always
  /// Where the year-end adjustment was made.
  case ifAdjusted
  /// Where other fields have it so.
  case when(FieldCondition)

  /// Reads ``, `yes`, `adjusted` or a condition.
  init?(_ text: some StringProtocol) {
    switch text {
    case "": self = .optional
    case "yes": self = .always
    case "adjusted": self = .ifAdjusted
    default:
      guard let condition = FieldCondition(text) else { return nil }
      self = .when(condition)
    }
  }
}
