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
  /// The key under which it opens.
  public let key: PurposeKey
  /// The key for which a widening wraps the data key; nil for anything else.
  public let target: PurposeKey?
  /// The contractor to whom the number goes, or whose user reads it.
  public let contractor: ContractorID?
  /// Whether a read hands the number over to the contractor.
  public let isHandOver: Bool
  /// The form copy of a read; nil for an erasure or a widening.
  public let form: FormCopyID?
  /// To whom the copy goes; nil for an erasure or a widening.
  public let recipient: Recipient?
  /// The article as the log writes it: `番号法19条2号` for a read.
  public let article: String
  public let personID: PersonID
  public let personCode: PersonCode
  public let personRow: Int64
  /// The number version that may be opened.
  public let version: Int
  /// The declaration under which it may be; nil for an erasure.
  public let declaration: DeclarationID?
  /// Whether the verification is an attestation (collected before the vault).
  public let isLegacy: Bool
  public let reason: String
  /// Why the number is destroyed; nil for anything but an erasure.
  public let erasure: ErasureCause?
  /// The moment of the decision.
  public let time: Timestamp
  /// SHA-256 of the policy, in hex.
  public let policyDigest: String

  internal init(_ request: borrowing Request, _ terms: borrowing GrantTerms) {
    actor = request.actor
    role = terms.role
    action = terms.action
    purpose = terms.purpose
    key = request.key ?? PurposeKey(terms.purpose)
    target = terms.target
    contractor = request.entrustment?.contractor
    isHandOver = request.entrustment?.kind == .handingOver
    form = terms.form
    recipient = terms.recipient
    article = terms.article
    personID = request.person.id
    personCode = request.person.code
    personRow = request.personRow
    version = terms.version
    declaration = terms.declaration
    isLegacy = terms.isLegacy
    reason = request.reason
    erasure = terms.action == .purge ? request.erasure : nil
    time = request.now
    policyDigest = terms.policyDigest
  }
}
