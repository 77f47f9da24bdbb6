public import Storage

extension SQLiteVaultStore {
  public func insertNumber(
    person: Int64, version: Int, sealed: Span<UInt8>, commitment: Span<UInt8>
  ) throws(StorageError) {
    try requireRecords("storing a sealed number")
    try run(numbersTable.insert, person, version, sealed, commitment)
  }

  public func withNumber<R: ~Copyable>(
    person: Int64, version: Int,
    _ body: (_ isErased: Bool, _ sealed: Span<UInt8>, _ commitment: Span<UInt8>) -> R
  ) throws(StorageError) -> R? {
    let statement = numbersTable.select
    try statement.start()
    statement.bind(1, person)
    statement.bind(2, version)
    guard try statement.step() else { return nil }
    defer { statement.reset() }
    let sealed = unsafe statement.lend(3)
    let commitment = unsafe statement.lend(4)
    return body(statement.integer(5) != 0, unsafe sealed.span, unsafe commitment.span)
  }

  public func number(person: Int64, version: Int) throws(StorageError) -> NumberRow? {
    try row(numbersTable.select, person, version)
  }

  public func replaceNumber(
    person: Int64, version: Int, sealed: Span<UInt8>, commitment: Span<UInt8>
  ) throws(StorageError) {
    try requireRecords("replacing a sealed number")
    try replace(numbersTable.replace, person, version, sealed, commitment)
  }

  public func eraseNumber(person: Int64, version: Int) throws(StorageError) -> Bool {
    try requireRecords("erasing a sealed number")
    return try erase(numbersTable.erase, person, version)
  }

  public func insertSecondEntry(
    person: Int64, version: Int, sealed: Span<UInt8>, commitment: Span<UInt8>
  ) throws(StorageError) {
    try requireRecords("storing a second entry")
    try run(numbersTable.insertSecond, person, version, sealed, commitment)
  }

  public func secondEntry(person: Int64, version: Int) throws(StorageError) -> NumberRow? {
    try row(numbersTable.second, person, version)
  }

  public func replaceSecondEntry(
    person: Int64, version: Int, sealed: Span<UInt8>, commitment: Span<UInt8>
  ) throws(StorageError) {
    try requireRecords("replacing a second entry")
    try replace(numbersTable.replaceSecond, person, version, sealed, commitment)
  }

  public func eraseSecondEntry(person: Int64, version: Int) throws(StorageError) -> Bool {
    try requireRecords("erasing a second entry")
    return try erase(numbersTable.eraseSecond, person, version)
  }

  private func row(
    _ statement: Statement, _ person: Int64, _ version: Int
  ) throws(StorageError) -> NumberRow? {
    try statement.start()
    statement.bind(1, person)
    statement.bind(2, version)
    return try statement.first { row throws(StorageError) in
      NumberRow(
        id: row.integer(0), person: row.integer(1), version: row.count(2), sealed: row.bytes(3),
        commitment: row.bytes(4), isErased: row.integer(5) != 0)
    }
  }

  private func erase(
    _ statement: Statement, _ person: Int64, _ version: Int
  ) throws(StorageError) -> Bool {
    try statement.start()
    statement.bind(1, person)
    statement.bind(2, version)
    try statement.run()
    return statement.changes > 0
  }

  public func putEvidence(
    person: Int64, version: Int, sealed: Span<UInt8>, commitment: Span<UInt8>
  ) throws(StorageError) {
    try requireRecords("storing evidence")
    try run(numbersTable.putEvidence, person, version, sealed, commitment)
  }

  public func evidence(person: Int64, version: Int) throws(StorageError) -> EvidenceRow? {
    let statement = numbersTable.evidence
    try statement.start()
    statement.bind(1, person)
    statement.bind(2, version)
    return try statement.first { row throws(StorageError) in
      EvidenceRow(
        id: row.integer(0), person: row.integer(1), version: row.count(2), sealed: row.bytes(3),
        commitment: row.bytes(4))
    }
  }

  private func replace(
    _ statement: Statement, _ person: Int64, _ version: Int, _ sealed: Span<UInt8>,
    _ commitment: Span<UInt8>
  ) throws(StorageError) {
    try run(statement, person, version, sealed, commitment)
    guard statement.changes == 1 else { throw statement.missing }
  }

  private func run(
    _ statement: Statement, _ person: Int64, _ version: Int, _ sealed: Span<UInt8>,
    _ commitment: Span<UInt8>
  ) throws(StorageError) {
    try statement.start()
    statement.bind(1, person)
    statement.bind(2, version)
    statement.bind(3, sealed)
    statement.bind(4, commitment)
    try statement.run()
  }
}
