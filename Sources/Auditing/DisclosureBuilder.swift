internal import JSON
public import People
internal import Secrets

/// Makes what a person is given of the log: their entries, each with the proof that it stands there.
///
/// Of everybody else it has hashes alone, which tell nothing (each entry is salted). The entries
/// from which the signer's key follows stand in it too, so that a vault id is enough to check it:
/// entry 0, and those that added the signer and whoever added them. They name these people, who
/// answer for it; other users are ids.
///
/// Source: 個人情報保護法33条; the proofs are RFC 9162, section 2.1.3.
public struct DisclosureBuilder: ~Copyable {
  private let person: PersonCode
  private let filter: PersonFilter
  private let signed: SignedCheckpoint
  private var leaves: [MerkleHash] = []
  private var entries: [(index: Int, bytes: [UInt8])] = []
  private var authority: [(index: Int, bytes: [UInt8])] = []
  private var hashing: SHA256Context

  /// Begins for a person, under the checkpoint of the commit that ends with their entry `disclose`.
  public init(of person: PersonCode, under checkpoint: SignedCheckpoint) throws(AuditingError) {
    self.person = person
    filter = PersonFilter(person)
    signed = checkpoint
    hashing = try SHA256Context.make()
  }

  /// Takes the log's next entry, from entry 0 on; what is younger than the checkpoint is passed over.
  public mutating func take(_ bytes: Span<UInt8>) throws(AuditingError) {
    let index = leaves.count
    guard index < signed.checkpoint.size else { return }
    leaves.append(try MerkleHash.leaf(of: bytes, using: &hashing))
    if Entry.changesAuthority(bytes) { authority.append((index, [UInt8](copying: bytes))) }
    if filter.matches(bytes) { entries.append((index, [UInt8](copying: bytes))) }
  }

  /// The disclosure: canonical JSON with a final LF.
  ///
  /// - Throws: `.rootMismatch` if the entries are not those that the checkpoint covers.
  public consuming func finish() throws(AuditingError) -> [UInt8] {
    let levels = try MerkleLevels(over: leaves, using: &hashing)
    guard leaves.count == signed.checkpoint.size, levels.root == signed.checkpoint.root else {
      throw AuditingError(.rootMismatch, index: leaves.count)
    }
    let vouching = try Self.vouching(for: signed.signer, among: authority)
    let body = CanonicalValue.object([
      "authority": .array(try Self.values(of: vouching, in: levels)),
      "checkpoint": .string(String(decoding: signed.text, as: UTF8.self)),
      "entries": .array(try Self.values(of: entries, in: levels)),
      "format": .string(DisclosureVerification.format),
      "origin": .string(signed.checkpoint.origin),
      "person": .string(person.text),
    ])
    return body.encoded() + [LogLine.end]
  }

  private static func values(
    of entries: [(index: Int, bytes: [UInt8])], in levels: MerkleLevels
  ) throws(AuditingError) -> [CanonicalValue] {
    var values: [CanonicalValue] = []
    for (index, bytes) in entries {
      values.append(try DisclosedEntry(bytes, proof: levels.inclusion(of: index)).value())
    }
    return values
  }

  /// Entry 0, and what made the signer's key and those who vouched for it; from the newest back,
  /// since whoever adds a user was added before.
  private static func vouching(
    for signer: String?, among authority: [(index: Int, bytes: [UInt8])]
  ) throws(AuditingError) -> [(index: Int, bytes: [UInt8])] {
    var wanted: Set<String> = signer.map { [$0] } ?? []
    var found: [(index: Int, bytes: [UInt8])] = []
    for (index, bytes) in authority.reversed() {
      let entry = try Entry(parsing: bytes.span)
      switch entry.content.authority {
      case .genesis?: break
      case .user(let user)? where wanted.contains(user.id): wanted.insert(entry.content.actor)
      case .userKeys(let user, _)? where wanted.contains(user): break
      default: continue
      }
      found.append((index, bytes))
    }
    return found.reversed()
  }
}
