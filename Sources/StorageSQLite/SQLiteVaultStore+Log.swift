public import Storage

extension SQLiteVaultStore {
  public func head() throws(StorageError) -> LogHead {
    let statement = logTable.head
    try statement.start()
    let head = try statement.first { row throws(StorageError) in
      LogHead(
        size: row.count(0), frontier: row.bytes(1), transactionID: row.bytes(2),
        failures: row.count(3))
    }
    guard let head, head.size >= 0, head.failures >= 0 else { throw statement.corrupt }
    return head
  }

  public func setHead(size: Int, frontier: Span<UInt8>) throws(StorageError) {
    try requireRecords("moving the end of the log")
    let statement = logTable.setHead
    try statement.start()
    statement.bind(1, size)
    statement.bind(2, frontier)
    try statement.run()
  }

  public func setFailures(_ count: Int) throws(StorageError) {
    try requireRecords("counting failed sign-ins")
    let statement = logTable.setFailures
    try statement.start()
    statement.bind(1, count)
    try statement.run()
  }

  public func appendEntry(
    index: Int, person: Int64?, bytes: Span<UInt8>
  ) throws(StorageError) {
    try requireRecords("appending an entry")
    let statement = logTable.append
    try statement.start()
    statement.bind(1, index)
    statement.bind(2, person)
    statement.bind(3, bytes)
    try statement.run()
  }

  public func withEntry<R: ~Copyable>(
    at index: Int, _ body: (Span<UInt8>) -> R
  ) throws(StorageError) -> R? {
    let statement = logTable.entry
    try statement.start()
    statement.bind(1, index)
    guard try statement.step() else { return nil }
    defer { statement.reset() }
    let bytes = unsafe statement.lend(0)
    return body(unsafe bytes.span)
  }

  public func entries(from index: Int, limit: Int) throws(StorageError) -> [EntryRow] {
    try entries(logTable.entries, from: index, limit: limit)
  }

  public func entries(
    ofPerson person: Int64, from index: Int, limit: Int
  ) throws(StorageError) -> [EntryRow] {
    let statement = logTable.ofPerson
    try statement.start()
    statement.bind(1, person)
    statement.bind(2, index)
    statement.bindLimit(3, limit)
    return try statement.rows(Self.entry)
  }

  private func entries(
    _ statement: Statement, from index: Int, limit: Int
  ) throws(StorageError) -> [EntryRow] {
    try statement.start()
    statement.bind(1, index)
    statement.bindLimit(2, limit)
    return try statement.rows(Self.entry)
  }

  private static func entry(_ row: Statement) throws(StorageError) -> EntryRow {
    EntryRow(index: row.count(0), bytes: row.bytes(1))
  }

  public func appendCheckpoint(size: Int, text: Span<UInt8>) throws(StorageError) {
    try requireRecords("appending a checkpoint")
    let statement = logTable.appendCheckpoint
    try statement.start()
    statement.bind(1, size)
    statement.bind(2, text)
    try statement.run()
  }

  public func newestCheckpoint() throws(StorageError) -> CheckpointRow? {
    let statement = logTable.newestCheckpoint
    try statement.start()
    return try statement.first(Self.checkpoint)
  }

  public func checkpoints(
    from size: Int, limit: Int
  ) throws(StorageError) -> [CheckpointRow] {
    let statement = logTable.checkpoints
    try statement.start()
    statement.bind(1, size)
    statement.bindLimit(2, limit)
    return try statement.rows(Self.checkpoint)
  }

  private static func checkpoint(_ row: Statement) throws(StorageError) -> CheckpointRow {
    CheckpointRow(size: row.count(0), text: row.bytes(1))
  }
}
