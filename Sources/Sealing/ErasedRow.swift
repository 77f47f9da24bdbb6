/// A row that was overwritten: its id, and the sealed bytes it held, for the scan afterwards.
public struct ErasedRow: Sendable {
  /// What it was: `wrap`, `number`, `second-entry-wrap`, `second-entry`, `evidence-wrap` or
  /// `profile-wrap`.
  public let table: String
  /// The row's id, which is never used again.
  public let id: Int64
  /// The bytes that were overwritten; ciphertext, nothing plain.
  public let bytes: [UInt8]

  /// Describes an overwritten row.
  public init(table: String, id: Int64, bytes: [UInt8]) {
    self.table = table
    self.id = id
    self.bytes = bytes
  }
}
