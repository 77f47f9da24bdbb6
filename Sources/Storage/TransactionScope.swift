/// What a transaction may touch.
public enum TransactionScope: Equatable, Sendable {
  /// Reads both files as they stand at one moment. Writers cannot commit while it is open, so it
  /// is kept short.
  case reading
  /// Writes the records file only and leaves keys unlocked; waits for the write lock.
  case log
  /// Writes both files or neither, and stamps both with `transactionID` (16 fresh random bytes).
  case both(transactionID: [UInt8])
}
