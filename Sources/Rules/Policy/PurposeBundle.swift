/// The purposes declared to a kind of person when a row names none.
public struct PurposeBundle: Hashable, Sendable {
  /// For whom; a person who is several subjects gets the purposes of each.
  public let subject: Subject
  public let purposes: [PurposeID]
}
