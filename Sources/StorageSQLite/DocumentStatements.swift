import Storage

/// The statements over documents.
struct DocumentStatements {
  let put, select: Statement

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
  }
}
