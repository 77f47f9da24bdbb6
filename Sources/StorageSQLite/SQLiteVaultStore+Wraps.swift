public import Storage

extension SQLiteVaultStore {
  public func insertLockbox(
    uid: Span<UInt8>, key: String, generation: Int, encapsulated: Span<UInt8>,
    commitment: Span<UInt8>, pin: Int
  ) throws(StorageError) -> Int64 {
    try requireKeys("storing a lockbox")
    let statement = wrapsTable.insertLockbox
    try statement.start()
    statement.bind(1, uid)
    statement.bind(2, key)
    statement.bind(3, generation)
    statement.bind(4, encapsulated)
    statement.bind(5, commitment)
    statement.bind(6, pin)
    try statement.run()
    return statement.insertedID
  }

  public func lockbox(id: Int64) throws(StorageError) -> LockboxRow? {
    let statement = wrapsTable.lockbox
    try statement.start()
    statement.bind(1, id)
    return try statement.first(Self.lockbox)
  }

  private static func lockbox(_ row: Statement) throws(StorageError) -> LockboxRow {
    LockboxRow(
      id: row.integer(0), uid: row.bytes(1), key: row.text(2), generation: row.count(3),
      encapsulated: row.bytes(4), commitment: row.bytes(5), pin: row.count(6))
  }

  public func insertWrap(
    person: Int64, object: WrapObject, version: Int, key: Int64, lockbox: Int64,
    declaration: Span<UInt8>, sealed: Span<UInt8>
  ) throws(StorageError) -> Int64 {
    try requireKeys("storing a wrapped key")
    let statement = wrapsTable.insert
    try statement.start()
    Self.bind(statement, person, object, version)
    statement.bind(4, key)
    statement.bind(5, lockbox)
    statement.bind(6, declaration)
    statement.bind(7, sealed)
    try statement.run()
    return statement.insertedID
  }

  public func withWrap<R: ~Copyable>(
    person: Int64, object: WrapObject, version: Int, key: Int64,
    _ body: (_ header: WrapHeader, _ declaration: Span<UInt8>, _ sealed: Span<UInt8>) -> R
  ) throws(StorageError) -> R? {
    guard let statement = try stepToWrap(person, object, version, key) else { return nil }
    defer { statement.reset() }
    let header = try Self.header(statement)
    let declaration = unsafe statement.lend(7)
    let sealed = unsafe statement.lend(8)
    return body(header, unsafe declaration.span, unsafe sealed.span)
  }

  /// Returns the statement that stands on the live wrap, else on the newest tombstone.
  private func stepToWrap(
    _ person: Int64, _ object: WrapObject, _ version: Int, _ key: Int64
  ) throws(StorageError) -> Statement? {
    if try step(wrapsTable.live, person, object, version, key) { return wrapsTable.live }
    if try step(wrapsTable.newest, person, object, version, key) { return wrapsTable.newest }
    return nil
  }

  private func step(
    _ statement: Statement, _ person: Int64, _ object: WrapObject, _ version: Int, _ key: Int64
  ) throws(StorageError) -> Bool {
    try statement.start()
    Self.bind(statement, person, object, version)
    statement.bind(4, key)
    return try statement.step()
  }

  public func wraps(
    person: Int64, object: WrapObject, version: Int
  ) throws(StorageError) -> [WrapRow] {
    let statement = wrapsTable.ofObject
    try statement.start()
    Self.bind(statement, person, object, version)
    return try Self.wraps(statement)
  }

  public func wraps(ofPerson person: Int64) throws(StorageError) -> [WrapRow] {
    let statement = wrapsTable.ofPerson
    try statement.start()
    statement.bind(1, person)
    return try Self.wraps(statement)
  }

  public func liveWraps(
    ofKey key: Int64, after id: Int64, limit: Int
  ) throws(StorageError) -> [WrapHeader] {
    let statement = wrapsTable.ofKey
    try statement.start()
    statement.bind(1, id)
    statement.bind(2, key)
    statement.bindLimit(3, limit)
    return try statement.rows(Self.header)
  }

  public func filledWraps(after id: Int64, limit: Int) throws(StorageError) -> [WrapHeader] {
    let statement = wrapsTable.filled
    try statement.start()
    statement.bind(1, id)
    statement.bindLimit(2, limit)
    return try statement.rows(Self.header)
  }

  public func eraseWraps(
    person: Int64, object: WrapObject, version: Int, key: Int64?
  ) throws(StorageError) -> [Int64] {
    try requireKeys("erasing wrapped keys")
    let statement = wrapsTable.eraseObject
    try statement.start()
    Self.bind(statement, person, object, version)
    statement.bind(4, key)
    return try statement.rows { row throws(StorageError) in row.integer(0) }
  }

  public func eraseWrap(id: Int64) throws(StorageError) -> Bool {
    try requireKeys("erasing wrapped keys")
    let statement = wrapsTable.erase
    try statement.start()
    statement.bind(1, id)
    try statement.run()
    return statement.changes > 0
  }

  public func lockboxes(after id: Int64, limit: Int) throws(StorageError) -> [LockboxRow] {
    let statement = wrapsTable.lockboxPage
    try statement.start()
    statement.bind(1, id)
    statement.bindLimit(2, limit)
    return try statement.rows(Self.lockbox)
  }

  public func eraseWraps(inLockboxes rows: [Int64]) throws(StorageError) -> Int {
    try requireKeys("erasing wrapped keys")
    let statement = wrapsTable.eraseBoxes
    try statement.start()
    statement.bind(1, "[" + rows.map(String.init).joined(separator: ",") + "]")
    return try statement.rows { row throws(StorageError) in row.integer(0) }.count
  }

  private static func bind(
    _ statement: Statement, _ person: Int64, _ object: WrapObject, _ version: Int
  ) {
    statement.bind(1, person)
    statement.bind(2, object.rawValue)
    statement.bind(3, version)
  }

  private static func header(_ row: Statement) throws(StorageError) -> WrapHeader {
    guard let object = WrapObject(rawValue: row.integer(2)) else { throw row.corrupt }
    return WrapHeader(
      id: row.integer(0), person: row.integer(1), object: object, version: row.count(3),
      key: row.integer(4), lockbox: row.integer(5), isErased: row.integer(6) != 0)
  }

  private static func wraps(_ statement: Statement) throws(StorageError) -> [WrapRow] {
    try statement.rows(Self.wrap).sorted { $0.header.id < $1.header.id }
  }

  private static func wrap(_ row: Statement) throws(StorageError) -> WrapRow {
    WrapRow(header: try header(row), declaration: row.bytes(7), sealed: row.bytes(8))
  }
}
