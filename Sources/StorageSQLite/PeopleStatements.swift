import Storage

/// The statements over people.
struct PeopleStatements {
  let insert, updateRecord, updateProfile, decision, profile, byID, page: Statement

  init(_ connection: Connection) {
    func people(_ sql: StaticString) -> Statement {
      connection.statement(.records, "using the people table", sql)
    }
    insert = people(
      """
      INSERT INTO main.people
      (code, uid, pin, record, profile_version, profile_commitment, profile)
      VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)
      """)
    updateRecord = people("UPDATE main.people SET pin = ?2, record = ?3 WHERE id = ?1")
    updateProfile = people(
      """
      UPDATE main.people SET profile_version = ?2, profile_commitment = ?3, profile = ?4
      WHERE id = ?1
      """)
    decision = people("SELECT id, pin, uid, record FROM main.people WHERE code = ?1")
    profile = people(
      "SELECT profile_version, profile, profile_commitment FROM main.people WHERE id = ?1")
    byID = people(
      """
      SELECT id, code, uid, record, pin, profile, profile_commitment, profile_version
      FROM main.people WHERE id = ?1
      """)
    page = people(
      """
      SELECT id, code, uid, record, pin, profile, profile_commitment, profile_version
      FROM main.people WHERE id > ?1 ORDER BY id LIMIT ?2
      """)
  }
}
