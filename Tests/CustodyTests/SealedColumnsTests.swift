import MyNumberKit
import Testing

@Suite("What a user's keys open with every check removed")
struct SealedColumnsTests {
  /// Every column of bytes, and whether something is sealed in it; a new one must be looked at here.
  private static let columns: [String: Bool] = [
    "head.frontier": false, "head.transaction_id": false, "head.checkpoint": false,
    "entries.bytes": false, "checkpoints.text": false, "people.code": false, "people.uid": false,
    "people.record": false, "people.profile_commitment": false, "people.profile": true,
    "numbers.sealed": true, "numbers.commitment": false, "second_entries.sealed": true,
    "second_entries.commitment": false, "evidence.sealed": true, "evidence.commitment": false,
    "documents.digest": false, "documents.bytes": false, "exports.uid": false,
    "exports.bytes": false, "users.sealed": true, "grants.encapsulated": false,
    "grants.sealed": true, "lockboxes.uid": false, "lockboxes.encapsulated": true,
    "lockboxes.commitment": false, "wraps.declaration": false, "wraps.sealed": true,
  ]

  private static let vault = Result { try SampleVault.copy() }

  @Test("the list of columns is that of the files")
  func list() throws {
    let fixture = try Self.vault.get()
    var found: Set<String> = []
    for schema in ["main", "k"] {
      found.formUnion(
        try fixture.texts(
          """
          SELECT m.name || '.' || c.name FROM \(schema).sqlite_master m, \
          pragma_table_info(m.name, '\(schema)') c WHERE m.type = 'table' AND c.type = 'BLOB'
          """))
    }
    #expect(found == Set(Self.columns.keys))
  }

  @Test(
    "an auditor's and an administrator's open nothing but their own",
    arguments: ["audrey", "admin"])
  func nothing(user: String) throws {
    let columns = try SealedColumns(of: user, in: try Self.vault.get())
    #expect(columns.opened == ["users.sealed": 1])
    for (column, isSealed) in Self.columns where isSealed && column != "second_entries.sealed" {
      #expect(columns.tried[column] ?? 0 > 0, "\(column)")
    }
  }

  @Test("a second entry opens to neither", arguments: ["audrey", "admin"])
  func secondEntry(user: String) throws {
    let fixture = try SecondEntryFixture()
    try fixture.entered("E1", SecondEntryFixture.one).close()
    let columns = try SealedColumns(of: user, in: fixture.vault)
    #expect(columns.tried["second_entries.sealed"] == 1)
    #expect(columns.opened == ["users.sealed": 1])
  }

  @Test("an accountant's open what their purposes allow, so the trial can succeed")
  func something() throws {
    let columns = try SealedColumns(of: "keiko", in: try Self.vault.get())
    for column in [
      "grants.sealed", "lockboxes.encapsulated", "wraps.sealed", "numbers.sealed", "people.profile",
    ] { #expect(columns.opened[column] ?? 0 > 0, "\(column)") }
    #expect(columns.opened["users.sealed"] == 1)
    #expect(columns.opened["evidence.sealed"] == nil)
  }
}
