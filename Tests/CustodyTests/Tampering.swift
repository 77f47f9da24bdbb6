import Testing

/// A change to the closed files by somebody who can write them, as SQL.
///
/// Afterwards the accountant reads 0003's number and the officer 0004's: at least one of the two,
/// or the opening, has to fail.
struct Tampering: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let sql: String

  init(_ name: String, _ sql: String) {
    testDescription = name
    self.sql = sql
  }

  static let all = values + wraps + people + keys + log

  static let first = VaultFixture.row("0003")
  static let second = VaultFixture.row("0004")

  /// Swaps a column between two rows of a table, by way of a temporary table.
  static func swap(_ column: String, of table: String, between one: String, and other: String)
    -> String
  {
    """
    CREATE TEMP TABLE ids AS SELECT \(one) AS one, \(other) AS other;
    CREATE TEMP TABLE kept AS SELECT id, \(column) AS value FROM \(table);
    UPDATE \(table) SET \(column) = (SELECT value FROM kept WHERE id = (SELECT other FROM ids))
      WHERE id = (SELECT one FROM ids);
    UPDATE \(table) SET \(column) = (SELECT value FROM kept WHERE id = (SELECT one FROM ids))
      WHERE id = (SELECT other FROM ids);
    DROP TABLE kept;
    DROP TABLE ids;

    """
  }

  /// The number row, or the wrap row of a key, of a person.
  static func number(of person: String) -> String {
    "(SELECT id FROM main.numbers WHERE person = \(person))"
  }

  static func wrap(of person: String, for key: String) -> String {
    """
    (SELECT w.id FROM k.wraps w JOIN k.lockboxes l ON l.id = w.lockbox
      WHERE w.person = \(person) AND w.object = 1 AND l.key = '\(key)')
    """
  }
}
