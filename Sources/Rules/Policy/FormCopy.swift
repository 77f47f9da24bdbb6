public import People

/// One copy of a form: what it is for, to whom it goes and whose numbers it may carry.
public struct FormCopy: Hashable, Sendable, Identifiable {
  public let id: FormCopyID
  public let ja: String
  public let en: String
  /// The purposes it serves; any one that is declared suffices.
  public let purposes: [PurposeID]
  /// Whose numbers may stand on it; empty for a copy that goes to the person.
  public let carries: SubjectSet
  /// From which day on it carries some of them; the others it carries as long as it is in force.
  public let carriedFrom: [Subject: CalendarDate]
  public let recipient: Recipient
  /// The item of Article 19 under which it is provided; nil when it carries nobody's number.
  public let article19Item: Int?
  public let citations: [Citation]
  public let inForce: InForce
}
