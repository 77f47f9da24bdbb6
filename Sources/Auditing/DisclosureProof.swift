internal import Secrets

/// Holds what a person was given of the log against the whole of it: the same root, and up to there
/// no other entry of theirs.
struct DisclosureProof: LogProof {
  private let verdict: DisclosureVerdict
  private let filter: PersonFilter
  private var found = 0

  init(_ verdict: DisclosureVerdict) {
    self.verdict = verdict
    filter = PersonFilter(code: verdict.person)
  }

  var sizes: Set<Int> { [verdict.checkpoint.checkpoint.size] }

  mutating func take(_ bytes: Span<UInt8>, at index: Int) throws(AuditingError) {
    guard index < verdict.checkpoint.checkpoint.size, filter.matches(bytes) else { return }
    guard found < verdict.exact.count, verdict.exact[found] == [UInt8](copying: bytes) else {
      throw AuditingError(.inconsistent, index: index, detail: "an entry that was not disclosed")
    }
    found += 1
  }

  func check(
    _ roots: [Int: MerkleHash], after restores: [DeclaredRestore]
  ) throws(AuditingError) {
    let checkpoint = verdict.checkpoint.checkpoint
    guard roots[checkpoint.size] == checkpoint.root, found == verdict.exact.count else {
      let loss = restores.loss(of: checkpoint).map { "; " + $0 } ?? ""
      throw AuditingError(.inconsistent, index: checkpoint.size, detail: "the disclosure" + loss)
    }
  }
}
