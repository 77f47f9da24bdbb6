import GRDB
import Storage

/// The tables of format 1.
///
/// Nothing is indexed that must be forgotten, and every blob that must be forgotten has a fixed
/// length or is overwritten at its own length, so that zeros take its place.
enum Schema {
  /// What `PRAGMA application_id` says of both files: "MYN1".
  static let applicationID = 0x4D59_4E31
  /// What `PRAGMA user_version` says of both files.
  static let version = 1

  /// One table or index: what stands before its name, and its name with what follows, which is
  /// how SQLite keeps it.
  private struct Item {
    let kind: String
    let body: String
  }

  private static let records = [
    Item(
      kind: "TABLE",
      body: """
        head(id INTEGER PRIMARY KEY CHECK(id = 1), size INTEGER NOT NULL, frontier BLOB NOT NULL, \
        transaction_id BLOB NOT NULL CHECK(length(transaction_id) = 16), \
        failures INTEGER NOT NULL)
        """),
    Item(
      kind: "TABLE",
      body: """
        entries(idx INTEGER PRIMARY KEY, person INTEGER, bytes BLOB NOT NULL)
        """),
    Item(
      kind: "INDEX", body: "entries_person ON entries(person, idx) WHERE person IS NOT NULL"),
    Item(kind: "TABLE", body: "checkpoints(size INTEGER PRIMARY KEY, text BLOB NOT NULL)"),
    Item(
      kind: "TABLE",
      body: """
        people(id INTEGER PRIMARY KEY AUTOINCREMENT, code BLOB NOT NULL UNIQUE, \
        uid BLOB NOT NULL CHECK(length(uid) = 16), pin INTEGER NOT NULL, record BLOB NOT NULL, \
        profile_version INTEGER NOT NULL, profile_commitment BLOB NOT NULL, profile BLOB NOT NULL)
        """),
    Item(
      kind: "TABLE",
      body: """
        numbers(id INTEGER PRIMARY KEY AUTOINCREMENT, person INTEGER NOT NULL, \
        version INTEGER NOT NULL, sealed BLOB NOT NULL CHECK(length(sealed) = 40), \
        commitment BLOB NOT NULL CHECK(length(commitment) = 32), \
        erased INTEGER NOT NULL DEFAULT 0)
        """),
    Item(kind: "UNIQUE INDEX", body: "numbers_person ON numbers(person, version)"),
    Item(
      kind: "TABLE",
      body: """
        second_entries(id INTEGER PRIMARY KEY AUTOINCREMENT, person INTEGER NOT NULL, \
        version INTEGER NOT NULL, sealed BLOB NOT NULL CHECK(length(sealed) = 40), \
        commitment BLOB NOT NULL CHECK(length(commitment) = 32), \
        erased INTEGER NOT NULL DEFAULT 0)
        """),
    Item(
      kind: "UNIQUE INDEX", body: "second_entries_person ON second_entries(person, version)"),
    Item(
      kind: "TABLE",
      body: """
        evidence(id INTEGER PRIMARY KEY AUTOINCREMENT, person INTEGER NOT NULL, \
        version INTEGER NOT NULL, sealed BLOB NOT NULL, \
        commitment BLOB NOT NULL CHECK(length(commitment) = 32))
        """),
    Item(kind: "UNIQUE INDEX", body: "evidence_person ON evidence(person, version)"),
    Item(
      kind: "TABLE",
      body: """
        documents(id INTEGER PRIMARY KEY AUTOINCREMENT, digest BLOB NOT NULL UNIQUE, \
        kind TEXT NOT NULL, bytes BLOB NOT NULL)
        """),
    Item(
      kind: "TABLE",
      body: """
        exports(id INTEGER PRIMARY KEY AUTOINCREMENT, uid BLOB NOT NULL UNIQUE, \
        pin INTEGER NOT NULL, bytes BLOB NOT NULL)
        """),
  ]

  private static let keys = [
    Item(
      kind: "TABLE",
      body: """
        head(id INTEGER PRIMARY KEY CHECK(id = 1), \
        transaction_id BLOB NOT NULL CHECK(length(transaction_id) = 16), checkpoint BLOB NOT NULL)
        """),
    Item(
      kind: "TABLE",
      body: """
        users(id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, sealed BLOB NOT NULL, \
        erased INTEGER NOT NULL DEFAULT 0)
        """),
    Item(kind: "UNIQUE INDEX", body: "users_live ON users(name) WHERE erased = 0"),
    Item(
      kind: "TABLE",
      body: """
        grants(id INTEGER PRIMARY KEY AUTOINCREMENT, user TEXT NOT NULL, key TEXT NOT NULL, \
        generation INTEGER NOT NULL, encapsulated BLOB NOT NULL CHECK(length(encapsulated) = 32), \
        sealed BLOB NOT NULL CHECK(length(sealed) = 48), erased INTEGER NOT NULL DEFAULT 0)
        """),
    Item(
      kind: "UNIQUE INDEX", body: "grants_live ON grants(user, key, generation) WHERE erased = 0"),
    Item(
      kind: "TABLE",
      body: """
        lockboxes(id INTEGER PRIMARY KEY AUTOINCREMENT, \
        uid BLOB NOT NULL UNIQUE CHECK(length(uid) = 16), key TEXT NOT NULL, \
        generation INTEGER NOT NULL, encapsulated BLOB NOT NULL CHECK(length(encapsulated) = 32), \
        commitment BLOB NOT NULL CHECK(length(commitment) = 32), pin INTEGER NOT NULL)
        """),
    Item(
      kind: "TABLE",
      body: """
        wraps(id INTEGER PRIMARY KEY AUTOINCREMENT, person INTEGER NOT NULL, \
        object INTEGER NOT NULL, version INTEGER NOT NULL, key INTEGER NOT NULL, \
        lockbox INTEGER NOT NULL, declaration BLOB NOT NULL CHECK(length(declaration) = 16), \
        sealed BLOB NOT NULL CHECK(length(sealed) = 60), erased INTEGER NOT NULL DEFAULT 0)
        """),
    Item(kind: "INDEX", body: "wraps_person ON wraps(person, object, version, key)"),
  ]

  /// The statements that make both files' tables and first rows, in one transaction.
  static func creation() -> String {
    var sql = "BEGIN IMMEDIATE;\n"
    for (schema, items) in [("main", records), (Connection.keysSchema, keys)] {
      sql += "PRAGMA \(schema).application_id = \(applicationID);\n"
      sql += "PRAGMA \(schema).user_version = \(version);\n"
      for item in items { sql += "CREATE \(item.kind) \(schema).\(item.body);\n" }
    }
    sql += "INSERT INTO main.head VALUES(1, 0, x'', zeroblob(16), 0);\n"
    sql += "INSERT INTO k.head VALUES(1, zeroblob(16), x'');\n"
    return sql + "COMMIT;\n"
  }

  /// A query that has rows as soon as anything was written after the tables were made.
  static let contents = """
    SELECT 1 FROM main.head WHERE size > 0 OR length(frontier) > 0 UNION ALL
    SELECT 1 FROM main.entries UNION ALL SELECT 1 FROM main.checkpoints UNION ALL
    SELECT 1 FROM main.people UNION ALL SELECT 1 FROM main.numbers UNION ALL
    SELECT 1 FROM main.evidence UNION ALL SELECT 1 FROM main.documents UNION ALL
    SELECT 1 FROM k.head WHERE length(checkpoint) > 0 UNION ALL SELECT 1 FROM k.users UNION ALL
    SELECT 1 FROM k.grants UNION ALL SELECT 1 FROM k.lockboxes UNION ALL SELECT 1 FROM k.wraps
    LIMIT 1
    """

  /// Holds a file's format and tables against this page, which Format.md prints.
  ///
  /// A table, index, view or trigger more or less, or with other words, is refused: a trigger in
  /// a file from elsewhere would run inside our own writes.
  ///
  /// - Throws: ``StorageError`` with `.wrongFormat` or `.corrupt`.
  static func check(_ connection: Connection, _ file: StorageFile) throws(StorageError) {
    let (schema, items) = file == .records ? ("main", records) : (Connection.keysSchema, keys)
    let application = try number("\(schema).application_id", connection)
    guard application == applicationID else {
      throw StorageError(.wrongFormat(found: application), file: file, doing: opening)
    }
    let found = try number("\(schema).user_version", connection)
    guard found == version else {
      throw StorageError(.wrongFormat(found: found), file: file, doing: opening)
    }
    let counters = "CREATE TABLE sqlite_sequence(name,seq)"
    let expected = items.map { "CREATE \($0.kind) \($0.body)" } + [counters]
    let stored = try connection.texts(
      """
      SELECT sql FROM \(schema).sqlite_master WHERE sql IS NOT NULL LIMIT \(expected.count + 1)
      """, doing: opening)
    guard stored.sorted() == expected.sorted() else {
      throw StorageError(.corrupt, file: file, doing: opening)
    }
  }

  private static let opening: StaticString = "checking the vault's format"

  private static func number(
    _ pragma: String, _ connection: Connection
  ) throws(StorageError) -> Int {
    try connection.texts("PRAGMA \(pragma)", doing: opening).first.flatMap { Int($0) } ?? 0
  }
}
