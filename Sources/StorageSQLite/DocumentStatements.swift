import Storage

/// The statements over documents and the register of exports.
struct DocumentStatements {
  let put, select, putExport, exports: Statement

  init(_ connection: Connection) {
    let documents: StaticString = "using the documents table"
    put = connection.statement(
      .records, documents,
      """
      INSERT INTO main.documents(digest, kind, bytes) VALUES(?1, ?2, ?3)
      ON CONFLICT(digest) DO NOTHING
      """)
    select = connection.statement(
      .records, documents, "SELECT digest, kind, bytes FROM main.documents WHERE digest = ?1")
    let register: StaticString = "using the register of exports"
    putExport = connection.statement(
      .records, register,
      """
      INSERT INTO main.exports(uid, pin, bytes) VALUES(?1, ?2, ?3)
      ON CONFLICT(uid) DO UPDATE SET pin = excluded.pin, bytes = excluded.bytes
      """)
    exports = connection.statement(
      .records, register, "SELECT uid, bytes, pin FROM main.exports ORDER BY id")
  }
}
