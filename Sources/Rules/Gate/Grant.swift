public import People

/// A decision that one number version may be opened for one purpose, not yet recorded.
///
/// It is made by a ``Decider`` of this room alone and spent once: the log turns it into a receipt.
/// It carries all that the log entry says.
public struct Grant: ~Copyable, Sendable {
  public let actor: String
  public let role: RoleID
  public let action: Action
  public let purpose: PurposeID
  public let form: FormCopyID
  public let recipient: Recipient
  /// The item of Article 19 of the My Number Act, such as 2.
  public let article19Item: Int
  /// The item as the log writes it: `番号法19条2号`.
  public let article: String
  public let personID: PersonID
  public let personCode: PersonCode
  public let personRow: Int64
  /// The number version that may be opened.
  public let version: Int
  /// The declaration under which it may be.
  public let declaration: DeclarationID
  /// Whether the verification is an attestation (collected before the vault).
  public let isLegacy: Bool
  public let reason: String
  /// The moment of the decision.
  public let time: Timestamp
  /// SHA-256 of the policy, in hex.
  public let policyDigest: String

  internal init(
    request: borrowing Request, role: RoleID, form: borrowing FormRule, purpose: PurposeID,
    version: Int, declaration: DeclarationID, isLegacy: Bool, policyDigest: String
  ) {
    actor = request.actor
    self.role = role
    action = request.action
    self.purpose = purpose
    self.form = form.id
    recipient = form.recipient
    article19Item = form.article19Item
    article = form.article
    personID = request.person.id
    personCode = request.person.code
    personRow = request.personRow
    self.version = version
    self.declaration = declaration
    self.isLegacy = isLegacy
    reason = request.reason
    time = request.now
    self.policyDigest = policyDigest
  }
}
