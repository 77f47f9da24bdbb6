import Storage

/// The statements that begin and end transactions.
struct TransactionStatements {
  let begin, beginImmediate, lockRecords, readRecords, readKeys, stampRecords, stampKeys: Statement
  let commit, rollback: Statement

  init(_ connection: Connection) {
    let beginning: StaticString = "beginning a transaction"
    begin = connection.statement(.records, beginning, "BEGIN")
    beginImmediate = connection.statement(.records, beginning, "BEGIN IMMEDIATE")
    // A write as the first statement waits for the lock; a read first would have to upgrade.
    lockRecords = connection.statement(
      .records, beginning, "UPDATE main.head SET size = size WHERE id = 1")
    readRecords = connection.statement(.records, beginning, "SELECT id FROM main.head")
    readKeys = connection.statement(.keys, beginning, "SELECT id FROM k.head")
    stampRecords = connection.statement(
      .records, beginning, "UPDATE main.head SET transaction_id = ?1 WHERE id = 1")
    stampKeys = connection.statement(
      .keys, beginning, "UPDATE k.head SET transaction_id = ?1 WHERE id = 1")
    commit = connection.statement(.records, "committing", "COMMIT")
    rollback = connection.statement(.records, "rolling back", "ROLLBACK")
  }
}
