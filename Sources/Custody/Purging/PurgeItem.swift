public import People
public import Rules

/// One number that has to go for one purpose, with the documents that held it.
public struct PurgeItem: Sendable {
  /// Whose number.
  public let code: PersonCode
  /// The version of the number.
  public let version: Int
  /// The purpose whose wraps are destroyed.
  public let purpose: PurposeID
  /// Why it goes.
  public let cause: ErasureCause
  /// The documents that held the number, with their last days and articles; none for a number that
  /// was wrong and not filed.
  public let documents: [Holding]
  /// The first day on which the number must be gone.
  public let disposal: CalendarDate
  /// Whether the answer rests on a presumption.
  public let isPresumed: Bool

  init(
    code: PersonCode, version: Int, purpose: PurposeID, cause: ErasureCause,
    documents: [Holding] = [], disposal: CalendarDate, isPresumed: Bool = false
  ) {
    self.code = code
    self.version = version
    self.purpose = purpose
    self.cause = cause
    self.documents = documents
    self.disposal = disposal
    self.isPresumed = isPresumed
  }

  /// The items of one person after another, as they come.
  static func byPerson(_ items: [PurgeItem]) -> [ArraySlice<PurgeItem>] {
    var people: [ArraySlice<PurgeItem>] = []
    var start = items.startIndex
    while start < items.endIndex {
      let code = items[start].code
      let end = items[start...].firstIndex { $0.code != code } ?? items.endIndex
      people.append(items[start..<end])
      start = end
    }
    return people
  }
}
