public import Rules

/// What a new vault is made of.
public struct NewVault: Sendable {
  /// The employer's name.
  public var organisation: String
  /// The 13-digit corporate number; nil for a sole proprietor.
  public var corporateNumber: String?
  /// The first administrator's name.
  public var administrator: String
  /// The policy to pin.
  public var policy: PolicyBundle

  /// Describes a vault to be made.
  public init(
    organisation: String, corporateNumber: String?, administrator: String, policy: PolicyBundle
  ) {
    self.organisation = organisation
    self.corporateNumber = corporateNumber
    self.administrator = administrator
    self.policy = policy
  }
}
