internal import JSON
internal import Secrets

/// An entry of the log as it stands, with the proof that it stands there (RFC 9162, section 2.1.3).
struct DisclosedEntry {
  let entry: Entry
  /// The exact bytes that are hashed.
  let bytes: [UInt8]
  private let proof: [MerkleHash]

  init(_ bytes: [UInt8], proof: [MerkleHash]) throws(AuditingError) {
    entry = try Entry(parsing: bytes.span)
    self.bytes = bytes
    self.proof = proof
  }

  init(_ value: CanonicalValue) throws(AuditingError) {
    var members = try MemberReader(value)
    let bytes = try members.required("entry").encoded()
    self.bytes = bytes
    entry = try Entry(parsing: bytes.span)
    var proof: [MerkleHash] = []
    for step in try members.array("proof") {
      guard case .string(let text) = step, let hash = Hex.decode(text) else {
        throw members.malformed("proof")
      }
      proof.append(try MerkleHash(hash))
    }
    self.proof = proof
    try members.end()
  }

  /// The object of a disclosure.
  func value() throws(AuditingError) -> CanonicalValue {
    .object([
      "entry": try CanonicalValue(canonical: bytes.span),
      "proof": .array(proof.map { .string(Hex.encode($0.bytes)) }),
    ])
  }

  /// Checks that it stands in the log of the checkpoint.
  ///
  /// - Throws: `.rootMismatch` or `.outOfOrder`, with the entry's index.
  func check(
    against checkpoint: Checkpoint, using context: inout SHA256Context
  ) throws(AuditingError) {
    do throws(AuditingError) {
      try MerkleProof.verifyInclusion(
        leaf: try MerkleHash.leaf(of: bytes.span, using: &context), index: entry.index,
        size: checkpoint.size, proof: proof, root: checkpoint.root, using: &context)
    } catch {
      throw error.at(index: entry.index)
    }
  }
}
