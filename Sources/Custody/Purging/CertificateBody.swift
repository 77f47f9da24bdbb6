internal import Auditing
internal import People
internal import Rules
internal import Sealing

/// What a certificate of disposal states.
struct CertificateBody {
  let value: CanonicalValue

  init(
    vault: Vault, issuer: UserAccount, plan: PurgePlan,
    erased: [(item: PurgeItem, rows: [ErasedRow])], scan: RemnantScan,
    before: SignedCheckpoint, lastEntry: Int
  ) {
    value = .object([
      "format": .string("mynumber-certificate-1"),
      "origin": .string(vault.id.origin),
      "issuer": .string(issuer.id),
      "issued": .string(vault.environment.now().iso),
      "as_of": .string(plan.asOf.isoText),
      "policy": .string(vault.policy.digestHex),
      "before": Self.position(before),
      "after": Self.position(vault.signature.checkpoint),
      "entry": .integer(lastEntry),
      "items": .array(erased.map { Self.item($0.item, $0.rows) }),
      "scan": .object([
        "files": .array([.string("vault.sqlite"), .string("keys.sqlite")]),
        "bytes": .integer(scan.bytes), "patterns": .integer(scan.patterns),
        "found": .integer(scan.found),
        "not_covered": .array([
          .string("free blocks of the medium"), .string("snapshots"), .string("copies"),
        ]),
      ]),
    ])
  }

  private static func position(_ signed: SignedCheckpoint) -> CanonicalValue {
    .object([
      "size": .integer(signed.checkpoint.size),
      "root": .string(Hex.encode(signed.checkpoint.root.bytes)),
    ])
  }

  private static func item(_ item: PurgeItem, _ rows: [ErasedRow]) -> CanonicalValue {
    .object([
      "person": .string(item.code.text), "purpose": .string(item.purpose.rawValue),
      "version": .integer(item.version), "disposal": .string(item.disposal.isoText),
      "presumed": .bool(item.isPresumed),
      "documents": .array(item.documents.map(document)),
      "destroyed": .array(
        rows.map { .object(["table": .string($0.table), "id": .integer(Int($0.id))]) }),
    ])
  }

  private static func document(_ holding: Holding) -> CanonicalValue {
    .object([
      "document": .string(holding.document), "name": .string(holding.ja),
      "articles": .array(holding.citations.map { .string("\($0)") }),
      "last_day": holding.lastDay.map { .string($0.isoText) } ?? .null,
      "basis": holding.basis.map { .string($0.rawValue) } ?? .null,
      "employers_choice": .bool(holding.employersChoice),
    ])
  }
}
