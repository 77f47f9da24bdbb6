/// Whom to tell when a number changes or was wrong, by which form and how soon, as one policy row.
public struct NumberChangeRule: Hashable, Sendable, Identifiable {
  public let id: String
  public let kinds: CaseSet<NumberChangeKind>
  /// The office's id, by which people name it.
  public let office: String
  public let ja: String
  public let en: String
  /// The form by which it is told, or that is corrected.
  public let form: FormCopyID
  /// One of these must be declared to the person and not purged.
  public let purposes: [PurposeID]
  public let subjects: SubjectSet
  /// Whether it is asked only while the employment or the dependency goes on.
  public let whileEmployed: Bool
  /// Whether it is asked only after a declaration that leans on the number.
  public let afterDeclaration: Bool
  /// Of a wrong number: the documents of which one must have been filed with it.
  public let filed: [FormCopyID]
  /// The law's word for how soon, such as 速やかに; nil where it has none.
  public let term: String?
  /// Within how many days, as this policy reads the term.
  public let withinDays: Int
  public let citations: [Citation]
}
