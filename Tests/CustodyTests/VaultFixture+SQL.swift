import MyNumberKit
import Testing

@testable import StorageSQLite

extension VaultFixture {
  /// Runs SQL on the closed vault, as somebody who can write its files would: `main` is
  /// vault.sqlite, `k` is keys.sqlite.
  func sql(_ statements: String) throws {
    let store = try SQLiteVaultStore.open(folder: path, requiringPair: false)
    defer { store.close() }
    try store.connection.execute(statements, doing: "tampering")
  }

  /// The first column of each row, as text.
  func texts(_ query: String) throws -> [String] {
    let store = try SQLiteVaultStore.open(folder: path, requiringPair: false)
    defer { store.close() }
    return try store.connection.texts(query, doing: "looking")
  }

  /// The blobs of a column.
  func blobs(_ column: String, from rows: String) throws -> [[UInt8]] {
    try texts("SELECT hex(\(column)) FROM \(rows)").map {
      try #require(Hex.decode($0.lowercased()))
    }
  }

  /// The SQL expression of a person's row id.
  static func row(_ code: String) -> String {
    "(SELECT id FROM main.people WHERE code = CAST('\(code)' AS BLOB))"
  }

  /// The SQL literal of a blob.
  static func literal(_ bytes: [UInt8]) -> String { "x'\(Hex.encode(bytes))'" }

  /// Changes a person's record as a forger would: by the published encoding, without an entry.
  func forge(_ code: String, _ change: (inout PersonRecord) throws -> Void) throws {
    let bytes = try #require(
      try blobs("record", from: "main.people WHERE id = \(Self.row(code))").first)
    var record = try PersonRecord(decoding: bytes.span)
    try change(&record)
    try #require(record.canonicalBytes() != bytes)
    try sql(
      "UPDATE main.people SET record = \(Self.literal(record.canonicalBytes())) "
        + "WHERE id = \(Self.row(code))")
  }
}
