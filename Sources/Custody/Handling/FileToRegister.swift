public import Auditing
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
  /// The entry of the registration that this one says anew.
  public var replaces: Int?

  public init(
    kind: HandledFile.Kind, name: String, responsible: String, department: String,
    purposes: [PurposeID], access: String, place: String, protection: String? = nil,
    country: String? = nil, replaces: Int? = nil
  ) {
    (self.kind, self.name, self.purposes) = (kind, name, purposes)
    (self.responsible, self.department) = (responsible, department)
    (self.access, self.place, self.protection) = (access, place, protection)
    (self.country, self.replaces) = (country, replaces)
  }
}
