import Storage

/// The statements over lockboxes and wrapped data keys.
struct WrapStatements {
  let insertLockbox, lockbox, lockboxPage: Statement
  let insert, live, newest, ofObject, ofPerson, ofKey, filled: Statement
  let erase, eraseObject, eraseBoxes: Statement

  init(_ connection: Connection) {
    func lockboxes(_ sql: StaticString) -> Statement {
      connection.statement(.keys, "using the lockboxes table", sql)
    }
    func wraps(_ sql: StaticString) -> Statement {
      connection.statement(.keys, "using the wraps table", sql)
    }
    insertLockbox = lockboxes(
      """
      INSERT INTO k.lockboxes(uid, key, generation, encapsulated, commitment, pin)
      VALUES(?1, ?2, ?3, ?4, ?5, ?6)
      """)
    lockbox = lockboxes(
      """
      SELECT id, uid, key, generation, encapsulated, commitment, pin FROM k.lockboxes
      WHERE id = ?1
      """)
    lockboxPage = lockboxes(
      """
      SELECT id, uid, key, generation, encapsulated, commitment, pin FROM k.lockboxes
      WHERE id > ?1 ORDER BY id LIMIT ?2
      """)
    insert = wraps(
      """
      INSERT INTO k.wraps(person, object, version, key, lockbox, declaration, sealed)
      VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)
      """)
    live = wraps(
      """
      SELECT id, person, object, version, key, lockbox, erased, declaration, sealed FROM k.wraps
      WHERE person = ?1 AND object = ?2 AND version = ?3 AND key = ?4 AND erased = 0
      ORDER BY id DESC LIMIT 1
      """)
    newest = wraps(
      """
      SELECT id, person, object, version, key, lockbox, erased, declaration, sealed FROM k.wraps
      WHERE person = ?1 AND object = ?2 AND version = ?3 AND key = ?4 ORDER BY id DESC LIMIT 1
      """)
    // Sorted by the caller: of a few rows SQLite's own sorter costs more than the reading.
    ofObject = wraps(
      """
      SELECT id, person, object, version, key, lockbox, erased, declaration, sealed FROM k.wraps
      WHERE person = ?1 AND object = ?2 AND version = ?3
      """)
    ofPerson = wraps(
      """
      SELECT id, person, object, version, key, lockbox, erased, declaration, sealed FROM k.wraps
      WHERE person = ?1
      """)
    ofKey = wraps(
      """
      SELECT id, person, object, version, key, lockbox, erased FROM k.wraps
      WHERE id > ?1 AND key = ?2 AND erased = 0 ORDER BY id LIMIT ?3
      """)
    filled = wraps(
      """
      SELECT id, person, object, version, key, lockbox, erased FROM k.wraps
      WHERE id > ?1 AND sealed <> zeroblob(60) ORDER BY id LIMIT ?2
      """)
    // The same length in the same cell: SQLite overwrites it where it lies. A row that is marked
    // erased and still has its bytes was marked by somebody else; its bytes go all the same.
    erase = wraps(
      """
      UPDATE k.wraps SET sealed = zeroblob(60), declaration = zeroblob(16), erased = 1
      WHERE id = ?1 AND (erased = 0 OR sealed <> zeroblob(60) OR declaration <> zeroblob(16))
      """)
    eraseObject = wraps(
      """
      UPDATE k.wraps SET sealed = zeroblob(60), declaration = zeroblob(16), erased = 1
      WHERE person = ?1 AND object = ?2 AND version = ?3 AND (?4 IS NULL OR key = ?4)
      AND (erased = 0 OR sealed <> zeroblob(60) OR declaration <> zeroblob(16)) RETURNING id
      """)
    eraseBoxes = wraps(
      """
      UPDATE k.wraps SET sealed = zeroblob(60), declaration = zeroblob(16), erased = 1
      WHERE lockbox IN (SELECT value FROM json_each(?1))
      AND (erased = 0 OR sealed <> zeroblob(60) OR declaration <> zeroblob(16)) RETURNING id
      """)
  }
}
