public import Auditing

/// Destroys what a receipt of erasure or a comparison names, and nothing else.
///
/// Destroying the wraps of a purpose, the contractors' for it among them, makes the number unreadable for it, in every copy of the
/// records file too; when no wrap is left the ciphertext goes as well.
public struct Shredder<Rows: ErasableRows> {
  private let keyNumbers: [String: [Int]]
  private let rows: Rows

  /// Shreds rows of one vault.
  public init(authority: Authority, rows: Rows) {
    keyNumbers = authority.keyNumbersByPurpose()
    self.rows = rows
  }

  /// Overwrites in place, inside the caller's transaction over both files.
  public func shred(
    spending receipt: consuming Receipt<Erasure>
  ) throws(SealingError) -> [ErasedRow] {
    guard let keys = keyNumbers[receipt.purpose] else {
      throw SealingError(.missing, doing: "shred under the key \(receipt.purpose)")
    }
    var wraps: [ErasedRow] = []
    for key in keys {
      wraps += try rows.eraseWraps(
        person: receipt.personRow, version: receipt.version, keyNumber: key)
    }
    return wraps
      + (try rows.eraseIfUnwrapped(person: receipt.personRow, version: receipt.version))
  }

  /// Overwrites a second entry in place once it was found the same as the first, which stays.
  ///
  /// - Throws: `.missing` for entries that differ: both are kept until the number is corrected.
  public func shredSecondEntry(
    spending compared: consuming ComparedEntries
  ) throws(SealingError) -> [ErasedRow] {
    guard compared.agree else { throw SealingError(.missing, doing: "shred an entry that differs") }
    return try rows.eraseSecondEntry(person: compared.personRow, version: compared.version)
  }
}
