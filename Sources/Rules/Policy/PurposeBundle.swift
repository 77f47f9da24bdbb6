/// The purposes declared to a kind of person when a row names none.
public struct PurposeBundle: Hashable, Sendable {
  /// For whom; a person who is several subjects gets the purposes of each.
  public let subject: Subject
  /// What is declared by default; a narrower choice may be told, never a wider one.
  public let purposes: [PurposeID]
  /// What a row may name beyond the default.
  public let also: [PurposeID]
}
