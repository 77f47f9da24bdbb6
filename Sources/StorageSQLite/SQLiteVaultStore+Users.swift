public import Storage

extension SQLiteVaultStore {
  public func keysHead() throws(StorageError) -> KeysHead {
    let statement = usersTable.head
    try statement.start()
    let head = try statement.first { row throws(StorageError) in
      KeysHead(transactionID: row.bytes(0), checkpoint: row.bytes(1))
    }
    guard let head else { throw statement.corrupt }
    return head
  }

  public func setKeysCheckpoint(_ checkpoint: Span<UInt8>) throws(StorageError) {
    try requireKeys("storing the keys file's checkpoint")
    let statement = usersTable.setCheckpoint
    try statement.start()
    statement.bind(1, checkpoint)
    try statement.run()
  }

  public func putUser(id: String, sealed: Span<UInt8>) throws(StorageError) {
    _ = try eraseUser(id: id)
    let statement = usersTable.insert
    try statement.start()
    statement.bind(1, id)
    statement.bind(2, sealed)
    try statement.run()
  }

  public func eraseUser(id: String) throws(StorageError) -> Bool {
    try requireKeys("storing a user's keys")
    let statement = usersTable.erase
    try statement.start()
    statement.bind(1, id)
    try statement.run()
    return statement.changes > 0
  }

  public func users() throws(StorageError) -> [UserRow] {
    let statement = usersTable.users
    try statement.start()
    return try statement.rows { row throws(StorageError) in
      UserRow(id: row.text(0), sealed: row.bytes(1))
    }
  }

  public func insertGrant(
    user: String, key: String, generation: Int, encapsulated: Span<UInt8>, sealed: Span<UInt8>
  ) throws(StorageError) {
    try requireKeys("storing a grant")
    let statement = usersTable.insertGrant
    try statement.start()
    statement.bind(1, user)
    statement.bind(2, key)
    statement.bind(3, generation)
    statement.bind(4, encapsulated)
    statement.bind(5, sealed)
    try statement.run()
  }

  public func grants(ofUser user: String?) throws(StorageError) -> [GrantRow] {
    let statement = usersTable.grants
    try statement.start()
    statement.bind(1, user)
    return try statement.rows { row throws(StorageError) in
      GrantRow(
        user: row.text(0), key: row.text(1), generation: row.count(2), encapsulated: row.bytes(3),
        sealed: row.bytes(4))
    }
  }

  public func eraseGrants(
    user: String?, key: String?, generation: Int?
  ) throws(StorageError) -> Int {
    try requireKeys("erasing grants")
    let statement = usersTable.eraseGrants
    try statement.start()
    statement.bind(1, user)
    statement.bind(2, key)
    statement.bind(3, generation.map(Int64.init))
    try statement.run()
    return statement.changes
  }
}
