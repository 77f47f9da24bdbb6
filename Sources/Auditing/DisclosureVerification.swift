internal import JSON
internal import People
internal import Secrets

/// Checks offline what a person was given of the log, with a vault id or a checkpoint from outside.
///
/// No key of the file is trusted: its first entry must hash to the vault id, and the signer's key
/// follows from there. It is encoded again and compared byte for byte, and every entry is led to
/// the root that was signed. That no entry of the person is left out rests on the signer, whose
/// entry `disclose` says how many there are; the exported log proves it (``LogVerification``).
public struct DisclosureVerification {
  /// How long a disclosure may be, in bytes.
  public static let limit = 1 << 26
  static let format = "mynumber-disclosure-1"

  private let vault: VaultID
  private let trusted: SignedCheckpoint?

  /// Trusts a vault id, and a checkpoint that was kept elsewhere if there is one.
  ///
  /// - Parameter vault: nil for the one that the checkpoint names.
  /// - Throws: `.originMismatch` if the two name different logs; `.missing` without either.
  public init(
    trusting vault: VaultID?, containing checkpoint: SignedCheckpoint? = nil
  ) throws(AuditingError) {
    let named = checkpoint.flatMap { VaultID(text: $0.checkpoint.origin) }
    guard let vault = vault ?? named else { throw AuditingError(.missing, detail: "vault id") }
    if let checkpoint, checkpoint.checkpoint.origin != vault.origin {
      throw AuditingError(.originMismatch, detail: "the checkpoint from outside")
    }
    self.vault = vault
    trusted = checkpoint
  }

  /// Whether a file that begins so is meant to be a disclosure.
  public static func isDisclosure(beginningWith bytes: some Collection<UInt8>) -> Bool {
    bytes.starts(with: Array("{\"authority\":".utf8))
  }

  /// Says what was verified.
  ///
  /// - Throws: `.malformed`, `.notCanonical`, `.wrongFormat`, `.originMismatch`, `.rootMismatch`,
  ///   `.unknownSigner`, `.badSignature`, or `.inconsistent` with the checkpoint from outside.
  public func verify(_ bytes: [UInt8]) throws(AuditingError) -> DisclosureVerdict {
    guard bytes.last == LogLine.end else {
      throw AuditingError(.malformed, detail: "the disclosure has no end")
    }
    let line = bytes.span
    var members = try MemberReader(CanonicalValue(canonical: line.extracting(droppingLast: 1)))
    guard try members.string("format") == Self.format else { throw AuditingError(.wrongFormat) }
    guard try members.string("origin") == vault.origin else {
      throw AuditingError(.originMismatch)
    }
    let person = try members.string("person")
    let signed = try SignedCheckpoint(parsing: Array(members.string("checkpoint").utf8))
    guard signed.checkpoint.origin == vault.origin, signed.signatures.count == 1 else {
      throw AuditingError(.malformed, detail: "checkpoint")
    }
    let authority = try Self.entries(of: members.array("authority"), in: signed.checkpoint)
    let entries = try Self.entries(of: members.array("entries"), in: signed.checkpoint)
    try members.end()
    let signer = try signer(of: signed, by: authority)
    try Self.check(entries, of: person, closedBy: signer.id, in: signed.checkpoint)
    return DisclosureVerdict(
      vaultID: vault, person: person, signer: signer, checkpoint: signed,
      entries: entries.map(\.entry), isAnchored: try isAnchored(signed.checkpoint),
      exact: entries.map(\.bytes))
  }

  private static func entries(
    of values: [CanonicalValue], in checkpoint: Checkpoint
  ) throws(AuditingError) -> [DisclosedEntry] {
    var hashing = try SHA256Context.make()
    var entries: [DisclosedEntry] = []
    for value in values {
      let next = try DisclosedEntry(value)
      guard next.entry.index > entries.last?.entry.index ?? -1 else {
        throw AuditingError(.outOfOrder, index: next.entry.index)
      }
      try next.check(against: checkpoint, using: &hashing)
      entries.append(next)
    }
    return entries
  }

  private func signer(
    of signed: SignedCheckpoint, by entries: [DisclosedEntry]
  ) throws(AuditingError) -> UserAccount {
    let authority = try Authority.replaying(entries.map(\.bytes), of: vault)
    try signed.verify(by: authority)
    guard let id = signed.signer, let signer = authority.users[id] else {
      throw AuditingError(.unknownSigner, index: signed.checkpoint.size)
    }
    return signer
  }

  /// All are of the person, and the last, with which the log ends, is the signer's word that these
  /// are all.
  private static func check(
    _ entries: [DisclosedEntry], of person: String, closedBy signer: String,
    in checkpoint: Checkpoint
  ) throws(AuditingError) {
    for entry in entries {
      guard entry.entry.content.person == person else {
        throw AuditingError(.inconsistent, index: entry.entry.index, detail: "person")
      }
    }
    guard let last = entries.last?.entry, last.index == checkpoint.size - 1,
      last.content.action == DisclosureVerdict.action, last.content.actor == signer
    else { throw AuditingError(.missing, index: checkpoint.size - 1, detail: "disclose") }
    guard last.content.count == entries.count else {
      throw AuditingError(.inconsistent, index: last.index, detail: "count")
    }
  }

  private func isAnchored(_ checkpoint: Checkpoint) throws(AuditingError) -> Bool {
    guard let trusted, trusted.checkpoint.size == checkpoint.size else { return false }
    guard trusted.checkpoint.root == checkpoint.root else {
      throw AuditingError(
        .inconsistent, index: checkpoint.size, detail: "the checkpoint from outside")
    }
    return true
  }
}
