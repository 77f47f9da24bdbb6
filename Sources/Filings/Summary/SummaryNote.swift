/// Something that the counting came upon, to be looked at before the sheet is filed.
public struct SummaryNote: Hashable, Sendable, Identifiable {
  public let id: String
  /// How many people or lines it is about.
  public let count: Int
  public let ja: String
  public let en: String
}
