import Storage

/// The statements over users, grants and the head of the keys file.
struct UserStatements {
  let head, setCheckpoint, insert, erase, users: Statement
  let insertGrant, grants, eraseGrants: Statement

  init(_ connection: Connection) {
    head = connection.statement(
      .keys, "reading the keys file's head",
      "SELECT transaction_id, checkpoint FROM k.head WHERE id = 1")
    setCheckpoint = connection.statement(
      .keys, "writing the keys file's head", "UPDATE k.head SET checkpoint = ?1 WHERE id = 1")
    let users: StaticString = "using the users table"
    insert = connection.statement(
      .keys, users, "INSERT INTO k.users(name, sealed) VALUES(?1, ?2)")
    erase = connection.statement(
      .keys, users,
      """
      UPDATE k.users SET sealed = zeroblob(length(sealed)), erased = 1
      WHERE name = ?1 AND erased = 0
      """)
    self.users = connection.statement(
      .keys, users, "SELECT name, sealed FROM k.users WHERE erased = 0 ORDER BY id")
    let grants: StaticString = "using the grants table"
    insertGrant = connection.statement(
      .keys, grants,
      """
      INSERT INTO k.grants(user, key, generation, encapsulated, sealed)
      VALUES(?1, ?2, ?3, ?4, ?5)
      """)
    self.grants = connection.statement(
      .keys, grants,
      """
      SELECT user, key, generation, encapsulated, sealed FROM k.grants
      WHERE erased = 0 AND (?1 IS NULL OR user = ?1) ORDER BY id
      """)
    eraseGrants = connection.statement(
      .keys, grants,
      """
      UPDATE k.grants SET sealed = zeroblob(48), erased = 1
      WHERE (erased = 0 OR sealed <> zeroblob(48)) AND (?1 IS NULL OR user = ?1)
      AND (?2 IS NULL OR key = ?2) AND (?3 IS NULL OR generation = ?3)
      """)
  }
}
