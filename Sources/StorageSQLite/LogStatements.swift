import Storage

/// The statements over the access log.
struct LogStatements {
  let head, setHead, setFailures, append, entry, entries, ofPerson: Statement
  let appendCheckpoint, newestCheckpoint, checkpoints: Statement

  init(_ connection: Connection) {
    func log(_ sql: StaticString) -> Statement {
      connection.statement(.records, "using the access log", sql)
    }
    head = log("SELECT size, frontier, transaction_id, failures FROM main.head WHERE id = 1")
    setHead = log("UPDATE main.head SET size = ?1, frontier = ?2 WHERE id = 1")
    setFailures = log("UPDATE main.head SET failures = ?1 WHERE id = 1")
    append = log("INSERT INTO main.entries(idx, person, bytes) VALUES(?1, ?2, ?3)")
    entry = log("SELECT bytes FROM main.entries WHERE idx = ?1")
    entries = log(
      "SELECT idx, bytes FROM main.entries WHERE idx >= ?1 ORDER BY idx LIMIT ?2")
    ofPerson = log(
      """
      SELECT idx, bytes FROM main.entries
      WHERE person = ?1 AND idx >= ?2 ORDER BY idx LIMIT ?3
      """)
    appendCheckpoint = log("INSERT INTO main.checkpoints(size, text) VALUES(?1, ?2)")
    newestCheckpoint = log("SELECT size, text FROM main.checkpoints ORDER BY size DESC LIMIT 1")
    checkpoints = log(
      "SELECT size, text FROM main.checkpoints WHERE size >= ?1 ORDER BY size LIMIT ?2")
  }
}
