/// Whether a field must stay empty.
public enum FieldBan: Hashable, Sendable {
  case never
  case always
  /// Where other fields have it so.
  case when(FieldCondition)

  /// Reads ``, `yes` or a condition.
  init?(_ text: some StringProtocol) {
    switch text {
    case "": self = .never
    case "yes": self = .always
    default:
      guard let condition = FieldCondition(text) else { return nil }
      self = .when(condition)
    }
  }
}
