internal import Auditing
internal import JSON
internal import People

/// What a certificate of disposal states: the log's account of a purge, and who vouches for it.
struct CertificateBody {
  let value: CanonicalValue

  /// - Parameter scan: The entry of the scan, without which there is no certificate.
  init(
    of account: PurgeAccount, scan: Entry, in vault: Vault, issuer: UserAccount
  ) throws(CustodyError) {
    let batch = account.batch.content
    value = .object([
      "authority": .array(try Self.authority(account, upTo: max(scan.index, issuer.keysIndex))),
      "format": .string(DisposalCertificate.format),
      "origin": .string(vault.id.origin),
      "issuer": .string(issuer.id),
      "key": .integer(issuer.keysIndex),
      "by": .string(batch.actor),
      "issued": .string(scan.time.iso),
      "approval": batch.detail["approval"] ?? .null,
      "as_of": batch.detail["as_of"] ?? .null,
      "policy": batch.policy.map(CanonicalValue.string) ?? .null,
      "before": Self.position(account.sizeBefore, account),
      "after": Self.position(account.sizeAfter, account),
      "entry": .integer(account.batch.index),
      "items": .array(
        account.purged.flatMap { entry in
          PurgedItem.all(in: entry).map { $0.line(for: entry.content.person ?? "") }
        }),
      "key_copies": .array(
        account.backups.keyCopies(before: account.batch.index).map(\.value)),
      "register_lost": .array(
        account.backups.gaps(before: account.batch.index).map(CanonicalValue.integer)),
      "scan": Self.scan(scan.content),
    ])
  }

  /// What whoever holds the vault id needs to check the signature.
  private static func authority(
    _ account: PurgeAccount, upTo last: Int
  ) throws(CustodyError) -> [CanonicalValue] {
    var values: [CanonicalValue] = []
    for entry in account.authority where entry.index <= last {
      do throws(JSONError) {
        values.append(try CanonicalValue(parsing: entry.canonicalBytes().span))
      } catch {
        throw CustodyError(.bug("\(error)"))
      }
    }
    return values
  }

  private static func position(_ size: Int, _ account: PurgeAccount) -> CanonicalValue {
    .object([
      "size": .integer(size),
      "root": account.roots[size].map { .string(Hex.encode($0.bytes)) } ?? .null,
    ])
  }

  private static func scan(_ content: EntryContent) -> CanonicalValue {
    .object([
      "files": .array([.string("vault.sqlite"), .string("keys.sqlite")]),
      "bytes": content.detail["bytes"] ?? .null,
      "patterns": content.detail["patterns"] ?? .null,
      "found": .integer(0),
      "not_covered": .array([
        .string("free blocks of the medium"), .string("journals, which each commit deletes"),
        .string("snapshots"), .string("copies"),
      ]),
    ])
  }
}
