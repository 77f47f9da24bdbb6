import Storage

/// Rows with arrays instead of spans, so that a check can be one line.
extension VaultStore {
  /// Runs `body` in a transaction and commits it.
  func inTransaction(
    _ scope: TransactionScope, _ body: () throws -> Void
  ) throws {
    try begin(scope)
    do {
      try body()
      try commit()
    } catch {
      rollback()
      throw error
    }
  }

  func inBoth(_ id: UInt8 = 1, _ body: () throws -> Void) throws {
    try inTransaction(.both(transactionID: bytes(id, 16)), body)
  }

  func addEntry(
    _ index: Int, person: Int64? = nil, _ text: String = "entry"
  ) throws(StorageError) {
    let bytes = Array(text.utf8)
    try appendEntry(index: index, person: person, bytes: bytes.span)
  }

  func addPerson(_ code: String, pin: Int = 0) throws(StorageError) -> Int64 {
    let code = Array(code.utf8)
    let (uid, record, profile) = (bytes(1, 16), bytes(2, 90), bytes(3, 120))
    let commitment = bytes(4, 32)
    return try insertPerson(
      code: code.span, uid: uid.span, record: record.span, pin: pin, profile: profile.span,
      profileCommitment: commitment.span, profileVersion: 1)
  }

  func findPerson(_ code: String) throws(StorageError) -> PersonRow? {
    try people(after: 0, limit: .max).first { $0.code == Array(code.utf8) }
  }

  func personCount() throws(StorageError) -> Int { try people(after: 0, limit: .max).count }

  /// The wrap that `withWrap` lends.
  func wrap(
    person: Int64, object: WrapObject, version: Int, key: Int64
  ) throws(StorageError) -> WrapRow? {
    try withWrap(person: person, object: object, version: version, key: key) {
      WrapRow(
        header: $0, declaration: copy($1), sealed: copy($2))
    }
  }

  func addNumber(
    _ person: Int64, version: Int = 1, sealed: [UInt8] = bytes(5, 40)
  ) throws(StorageError) {
    let commitment = bytes(6, 32)
    try insertNumber(
      person: person, version: version, sealed: sealed.span, commitment: commitment.span)
  }

  func addSecondEntry(
    _ person: Int64, version: Int = 1, sealed: [UInt8] = bytes(5, 40)
  ) throws(StorageError) {
    let commitment = bytes(6, 32)
    try insertSecondEntry(
      person: person, version: version, sealed: sealed.span, commitment: commitment.span)
  }

  func addEvidence(
    _ person: Int64, version: Int, commitment: [UInt8] = bytes(8, 32), sealed: [UInt8]? = nil
  ) throws(StorageError) {
    let sealed = sealed ?? bytes(UInt8(version), 200)
    try putEvidence(
      person: person, version: version, sealed: sealed.span, commitment: commitment.span)
  }

  @discardableResult
  func addWrap(
    _ person: Int64, object: WrapObject = .number, key: Int64 = 1, sealed: [UInt8] = bytes(9, 60),
    lockbox: Int64 = 1
  ) throws(StorageError) -> Int64 {
    let declaration = bytes(7, 16)
    return try insertWrap(
      person: person, object: object, version: 1, key: key, lockbox: lockbox,
      declaration: declaration.span, sealed: sealed.span)
  }

  func addLockbox(
    _ uid: UInt8, key: String = "roster", pin: Int = 3
  ) throws(StorageError) -> Int64 {
    let (uid, encapsulated, commitment) = (bytes(uid, 16), bytes(10, 32), bytes(11, 32))
    return try insertLockbox(
      uid: uid.span, key: key, generation: 1, encapsulated: encapsulated.span,
      commitment: commitment.span, pin: pin)
  }

  func addGrant(
    _ user: String, _ key: String, generation: Int = 1, sealed: [UInt8] = bytes(13, 48)
  ) throws(StorageError) {
    let encapsulated = bytes(12, 32)
    try insertGrant(
      user: user, key: key, generation: generation, encapsulated: encapsulated.span,
      sealed: sealed.span)
  }

  func setUser(_ id: String, _ sealed: [UInt8]) throws(StorageError) {
    try putUser(id: id, sealed: sealed.span)
  }

  func setEnd(_ size: Int, _ frontier: [UInt8] = []) throws(StorageError) {
    try setHead(size: size, frontier: frontier.span)
  }

  func addCheckpoint(_ size: Int, _ text: String) throws(StorageError) {
    let text = Array(text.utf8)
    try appendCheckpoint(size: size, text: text.span)
  }

  func setKeysText(_ text: String) throws(StorageError) {
    let text = Array(text.utf8)
    try setKeysCheckpoint(text.span)
  }

  func addDocument(_ digest: UInt8, _ kind: String, _ text: String) throws(StorageError) {
    let (digest, text) = (bytes(digest, 32), Array(text.utf8))
    try putDocument(digest: digest.span, kind: kind, bytes: text.span)
  }

  func findDocument(_ digest: UInt8) throws(StorageError) -> DocumentRow? {
    let digest = bytes(digest, 32)
    return try document(digest: digest.span)
  }

  /// Returns all committed bytes of a file.
  func contents(of file: StorageFile) throws(StorageError) -> [UInt8] {
    var all: [UInt8] = []
    try forEachChunk(of: file) { chunk in
      for index in chunk.indices { all.append(chunk[index]) }
      return true
    }
    return all
  }
}

private func copy(_ span: Span<UInt8>) -> [UInt8] { span.indices.map { span[$0] } }
