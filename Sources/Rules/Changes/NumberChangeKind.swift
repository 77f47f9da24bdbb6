/// Why another number stands in a number's place.
public enum NumberChangeKind: String, CaseIterable, Hashable, Sendable {
  /// The municipality gave the person another one (番号法7条2項).
  case change
  /// It was never the person's.
  case correction
}
