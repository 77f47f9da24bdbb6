public import Storage

extension SQLiteVaultStore {
  public func insertPerson(
    code: Span<UInt8>, uid: Span<UInt8>, record: Span<UInt8>, pin: Int, profile: Span<UInt8>,
    profileCommitment: Span<UInt8>, profileVersion: Int
  ) throws(StorageError) -> Int64 {
    try requireRecords("storing a person")
    let statement = peopleTable.insert
    try statement.start()
    statement.bind(1, code)
    statement.bind(2, uid)
    statement.bind(3, pin)
    statement.bind(4, record)
    statement.bind(5, profileVersion)
    statement.bind(6, profileCommitment)
    statement.bind(7, profile)
    try statement.run()
    return statement.insertedID
  }

  public func updatePersonRecord(
    id: Int64, record: Span<UInt8>, pin: Int
  ) throws(StorageError) {
    try requireRecords("replacing a person's record")
    let statement = peopleTable.updateRecord
    try statement.start()
    statement.bind(1, id)
    statement.bind(2, pin)
    statement.bind(3, record)
    try statement.run()
    guard statement.changes == 1 else { throw statement.missing }
  }

  public func updateProfile(
    id: Int64, profile: Span<UInt8>, commitment: Span<UInt8>, version: Int
  ) throws(StorageError) {
    try requireRecords("replacing a person's profile")
    let statement = peopleTable.updateProfile
    try statement.start()
    statement.bind(1, id)
    statement.bind(2, version)
    statement.bind(3, commitment)
    statement.bind(4, profile)
    try statement.run()
    guard statement.changes == 1 else { throw statement.missing }
  }

  public func withPerson<R: ~Copyable>(
    code: Span<UInt8>,
    _ body: (_ id: Int64, _ pin: Int, _ uid: Span<UInt8>, _ record: Span<UInt8>) -> R
  ) throws(StorageError) -> R? {
    let statement = peopleTable.decision
    try statement.start()
    statement.bind(1, code)
    guard try statement.step() else { return nil }
    defer { statement.reset() }
    let uid = unsafe statement.lend(2)
    let record = unsafe statement.lend(3)
    return body(statement.integer(0), statement.count(1), unsafe uid.span, unsafe record.span)
  }

  public func withProfile<R: ~Copyable>(
    id: Int64, _ body: (_ version: Int, _ sealed: Span<UInt8>, _ commitment: Span<UInt8>) -> R
  ) throws(StorageError) -> R? {
    let statement = peopleTable.profile
    try statement.start()
    statement.bind(1, id)
    guard try statement.step() else { return nil }
    defer { statement.reset() }
    let sealed = unsafe statement.lend(1)
    let commitment = unsafe statement.lend(2)
    return body(statement.count(0), unsafe sealed.span, unsafe commitment.span)
  }

  public func person(id: Int64) throws(StorageError) -> PersonRow? {
    let statement = peopleTable.byID
    try statement.start()
    statement.bind(1, id)
    return try statement.first(Self.person)
  }

  public func people(after id: Int64, limit: Int) throws(StorageError) -> [PersonRow] {
    let statement = peopleTable.page
    try statement.start()
    statement.bind(1, id)
    statement.bindLimit(2, limit)
    return try statement.rows(Self.person)
  }

  private static func person(_ row: Statement) throws(StorageError) -> PersonRow {
    PersonRow(
      id: row.integer(0), code: row.bytes(1), uid: row.bytes(2), record: row.bytes(3),
      pin: row.count(4), profile: row.bytes(5), profileCommitment: row.bytes(6),
      profileVersion: row.count(7))
  }
}
