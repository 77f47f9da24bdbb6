/// The port to a vault's two files: all that custody asks of a database, and no more.
///
/// A store keeps bytes and knows nothing of their meaning. It holds one connection over both
/// files and serves one thread of one process; other processes are kept out by the files' locks.
///
/// - Blobs go in as spans and are written before the call returns. They come out copied in row
///   values or, where a bulk read passes, lent to a closure, which must not call the store.
/// - The methods that write need a transaction, those of the keys file a
///   ``TransactionScope/both(transactionID:)``; otherwise they throw `.wrongTransaction`.
/// - Whatever is erased is overwritten in place with zeros of the same length and stays behind as
///   a tombstone, never deleted: a database moves cells when it deletes, and the moved copies are
///   not wiped.
public protocol VaultStore: WrapStore {
  // MARK: Transactions

  /// Opens a transaction, waiting for the lock within the store's bound.
  ///
  /// After it returns for ``TransactionScope/log`` or ``TransactionScope/both(transactionID:)``
  /// no other process can write until the end, so what is read inside is current. Transactions
  /// do not nest.
  ///
  /// - Throws: ``StorageError`` with `.busy`, `.wrongTransaction` when one is open, or
  ///   `.constraint` when the transaction id has not 16 bytes.
  func begin(_ scope: TransactionScope) throws(StorageError)

  /// Makes the transaction durable: when it returns, the bytes are on the disk, in both files or
  /// neither.
  ///
  /// - Throws: ``StorageError`` with `.busy` when readers stay longer than the bound: the
  ///   transaction is then still open, to be committed again or rolled back, never redone.
  ///   After any other error it has been rolled back.
  func commit() throws(StorageError)

  /// Undoes the transaction; without one it does nothing.
  func rollback()

  /// Says whether a transaction is open.
  var isInTransaction: Bool { get }

  // MARK: The access log

  /// Returns the end of the log.
  ///
  /// - Throws: ``StorageError``.
  func head() throws(StorageError) -> LogHead

  /// Moves the end of the log.
  ///
  /// - Throws: ``StorageError``.
  func setHead(size: Int, frontier: Span<UInt8>) throws(StorageError)

  /// Stores how many failed sign-ins no entry tells of yet.
  ///
  /// - Throws: ``StorageError``.
  func setFailures(_ count: Int) throws(StorageError)

  /// Stores one entry under its index.
  ///
  /// - Throws: ``StorageError`` with `.constraint` when the index is taken.
  func appendEntry(
    index: Int, person: Int64?, bytes: Span<UInt8>
  ) throws(StorageError)

  /// Lends the bytes of the entry at `index`; nil when there is none.
  ///
  /// - Throws: ``StorageError``.
  func withEntry<R: ~Copyable>(
    at index: Int, _ body: (Span<UInt8>) -> R
  ) throws(StorageError) -> R?

  /// Returns the entries from `index` on, at most `limit` and at most 10,000 of them.
  ///
  /// - Throws: ``StorageError``.
  func entries(from index: Int, limit: Int) throws(StorageError) -> [EntryRow]

  /// Returns the entries of one person from `index` on, at most `limit` and at most 10,000.
  ///
  /// - Throws: ``StorageError``.
  func entries(
    ofPerson person: Int64, from index: Int, limit: Int
  ) throws(StorageError) -> [EntryRow]

  /// Stores a signed checkpoint.
  ///
  /// - Throws: ``StorageError`` with `.constraint` when there is one of that size.
  func appendCheckpoint(size: Int, text: Span<UInt8>) throws(StorageError)

  /// Returns the checkpoint of the greatest size; nil when there is none.
  ///
  /// - Throws: ``StorageError``.
  func newestCheckpoint() throws(StorageError) -> CheckpointRow?

  /// Returns the checkpoints of `size` and more, in order, at most `limit` and at most 10,000.
  ///
  /// - Throws: ``StorageError``.
  func checkpoints(from size: Int, limit: Int) throws(StorageError) -> [CheckpointRow]

  // MARK: People

  /// Stores a new person and returns its row id, which is never used again.
  ///
  /// - Throws: ``StorageError`` with `.constraint` when the code or the uid is taken.
  func insertPerson(
    code: Span<UInt8>, uid: Span<UInt8>, record: Span<UInt8>, pin: Int, profile: Span<UInt8>,
    profileCommitment: Span<UInt8>, profileVersion: Int
  ) throws(StorageError) -> Int64

  /// Replaces the decision record and its pin.
  ///
  /// - Throws: ``StorageError`` with `.missing` when there is no such person.
  func updatePersonRecord(
    id: Int64, record: Span<UInt8>, pin: Int
  ) throws(StorageError)

  /// Replaces the sealed profile, its commitment and its version.
  ///
  /// - Throws: ``StorageError`` with `.missing` when there is no such person.
  func updateProfile(
    id: Int64, profile: Span<UInt8>, commitment: Span<UInt8>, version: Int
  ) throws(StorageError)

  /// Lends the decision columns of the person with `code` — row id, pin, uid, record; nil when
  /// there is none.
  ///
  /// - Throws: ``StorageError``.
  func withPerson<R: ~Copyable>(
    code: Span<UInt8>,
    _ body: (_ id: Int64, _ pin: Int, _ uid: Span<UInt8>, _ record: Span<UInt8>) -> R
  ) throws(StorageError) -> R?

  /// Lends the sealed profile of a person — version, sealed bytes, commitment; nil when there is
  /// no such person.
  ///
  /// - Throws: ``StorageError``.
  func withProfile<R: ~Copyable>(
    id: Int64, _ body: (_ version: Int, _ sealed: Span<UInt8>, _ commitment: Span<UInt8>) -> R
  ) throws(StorageError) -> R?

  /// Returns the person of a row id; nil when there is none.
  ///
  /// - Throws: ``StorageError``.
  func person(id: Int64) throws(StorageError) -> PersonRow?

  /// Returns the people whose row ids are greater than `id`, in order, at most `limit` and at
  /// most 10,000.
  ///
  /// - Throws: ``StorageError``.
  func people(after id: Int64, limit: Int) throws(StorageError) -> [PersonRow]

  // MARK: Sealed numbers and evidence

  /// Stores one version of a number: 40 sealed bytes and a commitment of 32.
  ///
  /// - Throws: ``StorageError`` with `.constraint` when the version is there or a length is wrong.
  func insertNumber(
    person: Int64, version: Int, sealed: Span<UInt8>, commitment: Span<UInt8>
  ) throws(StorageError)

  /// Lends one version of a number — erased or not, sealed bytes, commitment; nil when there is
  /// none.
  ///
  /// - Throws: ``StorageError``.
  func withNumber<R: ~Copyable>(
    person: Int64, version: Int,
    _ body: (_ isErased: Bool, _ sealed: Span<UInt8>, _ commitment: Span<UInt8>) -> R
  ) throws(StorageError) -> R?

  /// Returns one version of a number; nil when there is none.
  ///
  /// - Throws: ``StorageError``.
  func number(person: Int64, version: Int) throws(StorageError) -> NumberRow?

  /// Overwrites one version of a number with zeros and says whether there was anything to
  /// overwrite: one marked erased that still has its bytes counts.
  ///
  /// - Throws: ``StorageError``.
  func eraseNumber(person: Int64, version: Int) throws(StorageError) -> Bool

  /// Puts another ciphertext and commitment in the place of a version's, overwriting them where they
  /// lie.
  ///
  /// - Throws: ``StorageError`` with `.missing` when there is none that is not erased, `.constraint`
  ///   when a length is wrong.
  func replaceNumber(
    person: Int64, version: Int, sealed: Span<UInt8>, commitment: Span<UInt8>
  ) throws(StorageError)

  /// Stores the second entry of a number's version: 40 sealed bytes and a commitment of 32.
  ///
  /// - Throws: ``StorageError`` with `.constraint` when the version has one or a length is wrong.
  func insertSecondEntry(
    person: Int64, version: Int, sealed: Span<UInt8>, commitment: Span<UInt8>
  ) throws(StorageError)

  /// Returns the second entry of a version; nil when there is none.
  ///
  /// - Throws: ``StorageError``.
  func secondEntry(person: Int64, version: Int) throws(StorageError) -> NumberRow?

  /// Puts another ciphertext and commitment in the place of a second entry's, as
  /// ``replaceNumber(person:version:sealed:commitment:)`` does.
  ///
  /// - Throws: as that.
  func replaceSecondEntry(
    person: Int64, version: Int, sealed: Span<UInt8>, commitment: Span<UInt8>
  ) throws(StorageError)

  /// Overwrites a second entry with zeros and says whether there was anything to overwrite, as
  /// ``eraseNumber(person:version:)`` does.
  ///
  /// - Throws: ``StorageError``.
  func eraseSecondEntry(person: Int64, version: Int) throws(StorageError) -> Bool

  /// Stores a sealed evidence record, in the place of another of the same version.
  ///
  /// - Throws: ``StorageError`` with `.constraint` when the commitment has not 32 bytes.
  func putEvidence(
    person: Int64, version: Int, sealed: Span<UInt8>, commitment: Span<UInt8>
  ) throws(StorageError)

  /// Returns one evidence record; nil when there is none.
  ///
  /// - Throws: ``StorageError``.
  func evidence(person: Int64, version: Int) throws(StorageError) -> EvidenceRow?

  // MARK: Documents

  /// Keeps a document under its digest; one that is kept already is left as it is.
  ///
  /// - Throws: ``StorageError``.
  func putDocument(digest: Span<UInt8>, kind: String, bytes: Span<UInt8>) throws(StorageError)

  /// Returns the document with this digest; nil when there is none.
  ///
  /// - Throws: ``StorageError``.
  func document(digest: Span<UInt8>) throws(StorageError) -> DocumentRow?

  // MARK: Users and grants (keys)

  /// Stores a user's sealed private keys; earlier ones of the same user are erased first.
  ///
  /// - Throws: ``StorageError``.
  func putUser(id: String, sealed: Span<UInt8>) throws(StorageError)

  /// Erases a user's sealed private keys and says whether there were any.
  ///
  /// - Throws: ``StorageError``.
  func eraseUser(id: String) throws(StorageError) -> Bool

  /// Returns the users whose keys are not erased, in the order of storing.
  ///
  /// - Throws: ``StorageError``.
  func users() throws(StorageError) -> [UserRow]

  /// Stores the private half of a key, sealed to a user: 32 and 48 bytes.
  ///
  /// - Throws: ``StorageError`` with `.constraint` when the user holds that generation already or
  ///   a length is wrong.
  func insertGrant(
    user: String, key: String, generation: Int, encapsulated: Span<UInt8>, sealed: Span<UInt8>
  ) throws(StorageError)

  /// Returns the grants that are not erased, of one user or of all, in the order of storing.
  ///
  /// - Throws: ``StorageError``.
  func grants(ofUser user: String?) throws(StorageError) -> [GrantRow]

  /// Erases the grants that match all of what is given, and returns how many.
  ///
  /// - Throws: ``StorageError``.
  func eraseGrants(
    user: String?, key: String?, generation: Int?
  ) throws(StorageError) -> Int

  // MARK: The keys file

  /// Returns what the keys file says of the last transaction that touched it.
  ///
  /// - Throws: ``StorageError``.
  func keysHead() throws(StorageError) -> KeysHead

  /// Stores the signed checkpoint of the open transaction in the keys file.
  ///
  /// - Throws: ``StorageError``.
  func setKeysCheckpoint(_ checkpoint: Span<UInt8>) throws(StorageError)

  // MARK: Files

  /// Makes a nameless file in the vault's folder for sealed rows.
  ///
  /// - Throws: ``StorageError``.
  func makeSpool() throws(StorageError) -> any Spool

  /// Lends the committed bytes of a file in order, piece by piece, until `body` returns false.
  ///
  /// It needs an open ``TransactionScope/reading``, so that two files copied in one transaction
  /// belong together.
  ///
  /// - Throws: ``StorageError`` with `.wrongTransaction` outside a reading transaction.
  func forEachChunk(
    of file: StorageFile, _ body: (Span<UInt8>) -> Bool
  ) throws(StorageError)

  /// Closes both files; an open transaction is undone. Nothing else may be called afterwards.
  func close()
}
