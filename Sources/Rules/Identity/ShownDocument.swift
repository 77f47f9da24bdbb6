public import People

/// One document of a case: its kind and dates, never its number and never its image.
public struct ShownDocument: Hashable, Sendable {
  /// Whose document it is.
  public enum Owner: String, CaseIterable, Hashable, Sendable {
    case person
    case agent
  }

  /// What reached the verifier.
  public enum Form: String, CaseIterable, Hashable, Sendable {
    case original
    /// A copy on paper or an image.
    case copy
  }

  /// The document's id or one of its names.
  public var kind: String
  public var owner: Owner
  public var form: Form
  /// The last day on which it is valid.
  public var expiresOn: CalendarDate?
  public var issuedOn: CalendarDate?

  public init(
    _ kind: String, of owner: Owner = .person, form: Form = .original,
    expiresOn: CalendarDate? = nil, issuedOn: CalendarDate? = nil
  ) {
    self.kind = kind
    self.owner = owner
    self.form = form
    self.expiresOn = expiresOn
    self.issuedOn = issuedOn
  }
}
