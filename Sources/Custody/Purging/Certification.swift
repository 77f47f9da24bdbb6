internal import Auditing
internal import JSON
internal import Sealing
internal import Secrets
internal import Wording

/// Makes certificates of disposal out of the log, so that a lost one can be made again.
///
/// The same user with the same keys gets the same bytes each time.
struct Certification {
  private let session: Session
  private var vault: Vault { session.vault }

  init(_ session: Session) { self.session = session }

  /// The certificate of the purge whose own entry is at `batch`.
  ///
  /// - Throws: `.usage` for an entry that is no purge; `.integrity` if something of what was
  ///   destroyed is still in the vault's files, or the log is not the one that was opened.
  func certificate(
    of batch: Int, _ progress: (PurgeStage) -> Void = { _ in }
  ) throws(CustodyError) -> DisposalCertificate {
    var account = try PurgeTrail(vault).account(of: batch)
    let destroyer = account.batch.content.actor
    guard vault.authority.mayCertify(session.account.id, disposalBy: destroyer) else {
      throw CustodyError(
        .usage("a certificate is signed by who destroyed, or by an administrator"))
    }
    if account.scan == nil {
      try scan(account, progress)
      account = try PurgeTrail(vault).account(of: batch)
    }
    guard let scan = account.scan else { throw CustodyError(.bug("a scan left no entry")) }
    return try signed(
      try CertificateBody(of: account, scan: scan, in: vault, issuer: session.account).value)
  }

  /// Looks for what was destroyed and notes in the log that nothing of it is left.
  private func scan(
    _ account: PurgeAccount, _ progress: (PurgeStage) -> Void
  ) throws(CustodyError) {
    progress(.scanning)
    let scan = try RemnantScan(vault.store, for: account.nonces)
    progress(.scanned(bytes: scan.bytes))
    guard scan.found == 0 else {
      throw CustodyError(.integrity("destroyed bytes are still in the vault's files"))
    }
    var content = session.entry("purge-scan")
    content.detail = [
      "batch": .integer(account.batch.index), "bytes": .integer(scan.bytes),
      "patterns": .integer(scan.patterns),
    ]
    try session.record([content])
  }

  private func signed(_ body: CanonicalValue) throws(CustodyError) -> DisposalCertificate {
    let bytes = Array(DisposalCertificate.label.utf8) + body.encoded()
    do throws(SecretsError) {
      let signature = try session.secrets.signer.key.sign(bytes.span)
      return DisposalCertificate(
        value: .object(["body": body, "signature": .string(Base64.encode(signature))]))
    } catch {
      throw CustodyError(.bug("\(error)"))
    }
  }
}
