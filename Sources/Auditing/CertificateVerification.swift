internal import JSON
internal import Secrets

/// Checks a certificate of disposal offline, with a vault id or a checkpoint from outside.
///
/// No key of the certificate is trusted: its first entry must hash to the vault id, and every other
/// key follows from there, as in ``LogVerification``. It is encoded again and compared byte for
/// byte. That what it says happened in this log, and that no change of authority was left out, is
/// shown by a checkpoint from outside of one of its two sizes, or by the exported log
/// (``LogVerification``); without either its signer alone vouches for it.
public struct CertificateVerification {
  /// How long a certificate may be, in bytes.
  public static let limit = 1 << 30

  private let vault: VaultID
  private let trusted: SignedCheckpoint?

  /// Trusts a vault id and, if given, a checkpoint that was kept elsewhere.
  ///
  /// - Throws: `.originMismatch` if the two name different logs.
  public init(
    trusting vault: VaultID, containing checkpoint: SignedCheckpoint? = nil
  ) throws(AuditingError) {
    if let checkpoint, checkpoint.checkpoint.origin != vault.origin {
      throw AuditingError(.originMismatch, detail: "the checkpoint from outside")
    }
    self.vault = vault
    trusted = checkpoint
  }

  /// Trusts a checkpoint that was kept elsewhere; its origin gives the vault id.
  ///
  /// - Throws: `.malformed` if the origin is no vault's.
  public init(containing checkpoint: SignedCheckpoint) throws(AuditingError) {
    guard let vault = VaultID(text: checkpoint.checkpoint.origin) else {
      throw AuditingError(.malformed, detail: "origin of the checkpoint from outside")
    }
    try self.init(trusting: vault, containing: checkpoint)
  }

  /// Whether a file that begins so is meant to be a certificate and not a log.
  public static func isCertificate(beginningWith bytes: some Collection<UInt8>) -> Bool {
    bytes.starts(with: Array("{\"body\":".utf8))
  }

  /// Says what was verified.
  ///
  /// - Throws: `.malformed`, `.notCanonical`, `.wrongFormat`, `.originMismatch`, `.unknownSigner`,
  ///   `.notAuthorised`, `.badSignature`, or `.inconsistent` with the checkpoint from outside.
  public func verify(_ bytes: [UInt8]) throws(AuditingError) -> CertificateVerdict {
    guard bytes.last == LogLine.end else {
      throw AuditingError(.malformed, detail: "the certificate has no end")
    }
    let line = bytes.span
    var members = try MemberReader(
      CanonicalValue(canonical: line.extracting(droppingLast: 1)))
    let body = try members.required("body")
    let signature = try members.base64("signature", count: 64)
    try members.end()
    let statement = try DisposalStatement(body)
    guard statement.origin == vault.origin else { throw AuditingError(.originMismatch) }
    let authority = try Authority.replaying(statement.authority, of: vault)
    let issuer = try issuer(of: statement, in: authority)
    try Self.check(signature, by: issuer, over: body)
    guard let destroyer = authority.users[statement.by] else {
      throw AuditingError(.unknownSigner, detail: "by")
    }
    return CertificateVerdict(
      vaultID: vault, organisation: authority.genesis.organisation, issuer: issuer,
      destroyer: destroyer, statement: statement,
      isAnchored: try isAnchored(statement))
  }

  private func issuer(
    of statement: DisposalStatement, in authority: Authority
  ) throws(AuditingError) -> UserAccount {
    guard let issuer = authority.users[statement.issuer], issuer.keysIndex == statement.keysIndex
    else { throw AuditingError(.unknownSigner, detail: "issuer") }
    guard authority.mayCertify(issuer.id, disposalBy: statement.by) else {
      throw AuditingError(.notAuthorised, index: issuer.revokedIndex, detail: "issuer")
    }
    if let approval = statement.approval {
      guard !approval.by.contains(statement.by),
        authority.approvers(ofPlan: approval.plan).isSuperset(of: approval.by)
      else { throw AuditingError(.notAuthorised, detail: "approval") }
    }
    return issuer
  }

  private static func check(
    _ signature: [UInt8], by issuer: UserAccount, over body: CanonicalValue
  ) throws(AuditingError) {
    let signed = Array(DisposalCertificate.label.utf8) + body.encoded()
    let isValid: Bool
    do throws(SecretsError) {
      isValid = try issuer.keys.ed25519.isValid(signature: signature.span, for: signed.span)
    } catch {
      throw AuditingError(.cryptography(error))
    }
    guard isValid else { throw AuditingError(.badSignature, detail: "certificate") }
  }

  /// A checkpoint of one of the certificate's two sizes must have its root.
  ///
  /// It is verified by whom the log knew then: the signer's keys may be others since.
  private func isAnchored(_ statement: DisposalStatement) throws(AuditingError) -> Bool {
    guard let trusted else { return false }
    let positions = [statement.before, statement.after]
    guard let known = positions.first(where: { $0.size == trusted.checkpoint.size }) else {
      return false
    }
    guard known.root == trusted.checkpoint.root else {
      throw AuditingError(
        .inconsistent, index: known.size, detail: "the checkpoint from outside")
    }
    try trusted.verify(
      by: try Authority.replaying(statement.authority, of: vault, upTo: known.size))
    return true
  }
}
