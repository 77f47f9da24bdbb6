public import Storage

extension SQLiteVaultStore {
  public func putDocument(
    digest: Span<UInt8>, kind: String, bytes: Span<UInt8>
  ) throws(StorageError) {
    try requireRecords("keeping a document")
    let statement = documentsTable.put
    try statement.start()
    statement.bind(1, digest)
    statement.bind(2, kind)
    statement.bind(3, bytes)
    try statement.run()
  }

  public func document(digest: Span<UInt8>) throws(StorageError) -> DocumentRow? {
    let statement = documentsTable.select
    try statement.start()
    statement.bind(1, digest)
    return try statement.first { row throws(StorageError) in
      DocumentRow(digest: row.bytes(0), kind: row.text(1), bytes: row.bytes(2))
    }
  }
}
