/// The port to a restore: a copy of the records that takes the place of those in a vault.
///
/// The copy stands beside them until it is brought up to date and committed together with the keys.
/// Dropped before ``finish(settingAside:)``, nothing is left of it, and the vault is as it was.
public protocol RecordsReplacement: AnyObject {
  /// Opens the records that are there now beside the keys, to be read; nil if they are missing, or no
  /// whole database.
  ///
  /// Nobody adds to them until the end: what is read is all there is.
  ///
  /// - Throws: ``StorageError``, but for records that are damaged.
  func standing() throws(StorageError) -> (any VaultStore)?

  /// Copies the file at `path` and lends its bytes in order.
  ///
  /// - Throws: ``StorageError``.
  func copy(from path: String, _ body: (Span<UInt8>) -> Void) throws(StorageError)

  /// Opens the copy together with the vault's keys.
  ///
  /// - Throws: ``StorageError`` with `.wrongFormat`, `.corrupt`, `.busy`.
  func opened() throws(StorageError) -> any VaultStore

  /// Puts the copy, whose store is closed, in the place of the records; those that stood there keep
  /// `name` in the same folder.
  ///
  /// - Returns: Whether there were any.
  /// - Throws: ``StorageError`` with `.exists` when the name is taken.
  func finish(settingAside name: String) throws(StorageError) -> Bool

  /// Ends without a change: the copy, whose store is closed, is removed, and others may write to the
  /// records again.
  func giveUp()
}
