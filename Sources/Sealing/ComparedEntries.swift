internal import Auditing

/// What the comparison of a number's two entries showed: whether they are the same, and no more.
///
/// Opening makes it, and destroying the second entry spends it.
public struct ComparedEntries: ~Copyable {
  /// Where the person's rows stand.
  public let personRow: Int64
  /// The version of the number.
  public let version: Int
  /// The index of the durable entry that allowed it.
  public let entryIndex: Int
  /// Whether the two entries are the same number.
  public let agree: Bool

  init(_ receipt: borrowing Receipt<Comparison>, agree: Bool) {
    personRow = receipt.personRow
    version = receipt.version
    entryIndex = receipt.entryIndex
    self.agree = agree
  }
}
