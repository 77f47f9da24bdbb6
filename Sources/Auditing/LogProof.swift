/// What a file beside the log states, held against the log while that is verified.
protocol LogProof {
  /// The sizes at which the log's root is to be remembered.
  var sizes: Set<Int> { get }

  /// Takes the log's next entry, which was verified.
  mutating func take(_ bytes: Span<UInt8>, at index: Int) throws(AuditingError)

  /// Compares, once the whole log was taken.
  ///
  /// - Parameters:
  ///   - roots: The log's roots at the sizes asked for.
  ///   - restores: Those that the log declares: they tell why a root may be another.
  /// - Throws: `.inconsistent` naming the part that is another.
  func check(
    _ roots: [Int: MerkleHash], after restores: [DeclaredRestore]
  ) throws(AuditingError)
}
