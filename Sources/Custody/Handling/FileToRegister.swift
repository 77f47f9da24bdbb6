public import Auditing
public import People
public import Rules

/// What the handling ledger says of a file with numbers outside the vault; every text is a free text.
public struct FileToRegister: Hashable, Sendable {
  public var kind: HandledFile.Kind
  public var name: String
  /// Who answers for it: a post, no name.
  public var responsible: String
  /// Which department handles it.
  public var department: String
  /// At least one.
  public var purposes: [PurposeID]
  /// Who has access: posts or departments.
  public var access: String
  public var place: String
  /// How it is kept from theft and other eyes.
  public var protection: String?
  /// The country where it is kept, if that is not Japan.
  public var country: String?
  /// What was found out of that country's regime of data protection.
  public var regime: String?
  /// The day by which it is to be destroyed.
  public var disposeBy: CalendarDate?
  /// The entry of the registration that this one says anew.
  public var replaces: Int?

  public init(
    kind: HandledFile.Kind, name: String, responsible: String, department: String,
    purposes: [PurposeID], access: String, place: String, protection: String? = nil,
    country: String? = nil, regime: String? = nil, disposeBy: CalendarDate? = nil,
    replaces: Int? = nil
  ) {
    (self.kind, self.name, self.purposes) = (kind, name, purposes)
    (self.responsible, self.department) = (responsible, department)
    (self.access, self.place, self.protection) = (access, place, protection)
    (self.country, self.regime) = (country, regime)
    (self.disposeBy, self.replaces) = (disposeBy, replaces)
  }
}
