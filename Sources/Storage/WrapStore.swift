/// The part of the port that keeps lockboxes and wrapped data keys, all of it in the keys file.
public protocol WrapStore: AnyObject {
  /// Stores a lockbox (uid 16, encapsulated 32, commitment 32 bytes) and returns its row id.
  ///
  /// - Throws: ``StorageError`` with `.constraint` when the uid is taken or a length is wrong.
  func insertLockbox(
    uid: Span<UInt8>, key: String, generation: Int, encapsulated: Span<UInt8>,
    commitment: Span<UInt8>, pin: Int
  ) throws(StorageError) -> Int64

  /// Returns the lockbox of a row id; nil when there is none.
  ///
  /// - Throws: ``StorageError``.
  func lockbox(id: Int64) throws(StorageError) -> LockboxRow?

  /// Stores a wrapped data key (declaration 16, sealed 60 bytes) and returns its row id.
  ///
  /// - Throws: ``StorageError`` with `.constraint` when a length is wrong.
  func insertWrap(
    person: Int64, object: WrapObject, version: Int, key: Int64, lockbox: Int64,
    declaration: Span<UInt8>, sealed: Span<UInt8>
  ) throws(StorageError) -> Int64

  /// Lends the newest wrap for these that is not erased — else, as a tombstone, the newest erased
  /// one; nil when there never was one.
  ///
  /// - Throws: ``StorageError``.
  func withWrap<R: ~Copyable>(
    person: Int64, object: WrapObject, version: Int, key: Int64,
    _ body: (_ header: WrapHeader, _ declaration: Span<UInt8>, _ sealed: Span<UInt8>) -> R
  ) throws(StorageError) -> R?

  /// Returns every wrap of one object, erased ones too, in the order of storing.
  ///
  /// - Throws: ``StorageError``.
  func wraps(
    person: Int64, object: WrapObject, version: Int
  ) throws(StorageError) -> [WrapRow]

  /// Returns every wrap of a person, erased ones too, in the order of storing.
  ///
  /// - Throws: ``StorageError``.
  func wraps(ofPerson person: Int64) throws(StorageError) -> [WrapRow]

  /// Returns the wraps under one key that are not erased and whose row ids are greater than `id`, in
  /// order, at most `limit` and at most 10,000.
  ///
  /// - Throws: ``StorageError``.
  func liveWraps(
    ofKey key: Int64, after id: Int64, limit: Int
  ) throws(StorageError) -> [WrapHeader]

  /// Returns the wraps whose bytes are not all zeros, whatever they are marked as, and whose row ids are
  /// greater than `id`, in order, at most `limit` and at most 10,000.
  ///
  /// - Throws: ``StorageError``.
  func filledWraps(after id: Int64, limit: Int) throws(StorageError) -> [WrapHeader]

  /// Erases the wraps of one object, under one key or all, and returns the row ids of those that
  /// were not zeros yet, whatever they were marked as.
  ///
  /// - Throws: ``StorageError``.
  func eraseWraps(
    person: Int64, object: WrapObject, version: Int, key: Int64?
  ) throws(StorageError) -> [Int64]

  /// Erases the wrap of a row id, and returns whether it was not zeros yet.
  ///
  /// - Throws: ``StorageError``.
  func eraseWrap(id: Int64) throws(StorageError) -> Bool

  /// Returns the lockboxes whose row ids are greater than `id`, in order, at most `limit` and at most
  /// 10,000.
  ///
  /// - Throws: ``StorageError``.
  func lockboxes(after id: Int64, limit: Int) throws(StorageError) -> [LockboxRow]

  /// Erases the wraps in these lockboxes, and returns how many were not zeros yet.
  ///
  /// - Throws: ``StorageError``.
  func eraseWraps(inLockboxes rows: [Int64]) throws(StorageError) -> Int
}
