import Storage

/// The statements over sealed numbers and evidence.
struct NumberStatements {
  let insert, select, replace, erase, putEvidence, evidence: Statement
  let insertSecond, second, replaceSecond, eraseSecond: Statement

  init(_ connection: Connection) {
    func numbers(_ sql: StaticString) -> Statement {
      connection.statement(.records, "using the numbers table", sql)
    }
    func seconds(_ sql: StaticString) -> Statement {
      connection.statement(.records, "using the table of second entries", sql)
    }
    func evidence(_ sql: StaticString) -> Statement {
      connection.statement(.records, "using the evidence table", sql)
    }
    insert = numbers(
      "INSERT INTO main.numbers(person, version, sealed, commitment) VALUES(?1, ?2, ?3, ?4)")
    select = numbers(
      """
      SELECT id, person, version, sealed, commitment, erased FROM main.numbers
      WHERE person = ?1 AND version = ?2
      """)
    replace = numbers(
      """
      UPDATE main.numbers SET sealed = ?3, commitment = ?4
      WHERE person = ?1 AND version = ?2 AND erased = 0
      """)
    erase = numbers(
      """
      UPDATE main.numbers SET sealed = zeroblob(40), erased = 1
      WHERE person = ?1 AND version = ?2 AND (erased = 0 OR sealed <> zeroblob(40))
      """)
    insertSecond = seconds(
      "INSERT INTO main.second_entries(person, version, sealed, commitment) VALUES(?1, ?2, ?3, ?4)"
    )
    second = seconds(
      """
      SELECT id, person, version, sealed, commitment, erased FROM main.second_entries
      WHERE person = ?1 AND version = ?2
      """)
    replaceSecond = seconds(
      """
      UPDATE main.second_entries SET sealed = ?3, commitment = ?4
      WHERE person = ?1 AND version = ?2 AND erased = 0
      """)
    eraseSecond = seconds(
      """
      UPDATE main.second_entries SET sealed = zeroblob(40), erased = 1
      WHERE person = ?1 AND version = ?2 AND (erased = 0 OR sealed <> zeroblob(40))
      """)
    putEvidence = evidence(
      """
      INSERT INTO main.evidence(person, version, sealed, commitment) VALUES(?1, ?2, ?3, ?4)
      ON CONFLICT(person, version) DO UPDATE SET sealed = ?3, commitment = ?4
      """)
    self.evidence = evidence(
      """
      SELECT id, person, version, sealed, commitment FROM main.evidence
      WHERE person = ?1 AND version = ?2
      """)
  }
}
