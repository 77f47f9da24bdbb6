/// A nameless file in the vault's folder for sealed rows that wait for their transaction.
///
/// It has no name, is readable by nobody else and vanishes when it is let go or the process ends.
/// Only sealed bytes belong in it.
public protocol Spool: AnyObject {
  /// The number of bytes appended.
  var count: Int { get }

  /// Appends all of `bytes`.
  ///
  /// - Throws: ``StorageError`` with `.diskFull` or `.failed`.
  func append(_ bytes: Span<UInt8>) throws(StorageError)

  /// Makes the next read begin at the first byte.
  ///
  /// - Throws: ``StorageError`` when appended bytes cannot be written.
  func rewind() throws(StorageError)

  /// Fills `bytes` with what comes next and returns how many were there, fewer only at the end.
  ///
  /// - Throws: ``StorageError`` with `.failed`.
  func read(into bytes: inout MutableSpan<UInt8>) throws(StorageError) -> Int
}
