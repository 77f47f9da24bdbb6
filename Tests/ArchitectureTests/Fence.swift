/// Who may import whom.
///
/// Read the table from top to bottom: a room imports only rooms above it.
struct Fence: Sendable {
  /// The folder under Sources.
  let room: String
  /// The rooms and libraries that it may import, in the order of the table, libraries last.
  let mayImport: [String]

  static let all = [
    Fence(room: "COpenSSL", mayImport: []),
    Fence(room: "CPangoCairo", mayImport: []),
    Fence(room: "CQPDF", mayImport: []),
    Fence(room: "Wording", mayImport: []),
    Fence(room: "Threads", mayImport: ["Dispatch", "Synchronization"]),
    Fence(room: "Secrets", mayImport: ["COpenSSL", "Glibc"]),
    Fence(room: "Numbers", mayImport: ["Wording", "Secrets"]),
    Fence(room: "Text", mayImport: ["Wording", "Secrets", "Glibc"]),
    Fence(room: "Typesetting", mayImport: ["CPangoCairo", "CQPDF"]),
    Fence(room: "JSON", mayImport: ["Secrets"]),
    Fence(room: "People", mayImport: ["Wording", "Numbers", "Glibc"]),
    Fence(
      room: "Rules",
      mayImport: ["Wording", "Secrets", "Numbers", "Text", "JSON", "People", "Yams", "Glibc"]),
    Fence(
      room: "Auditing",
      mayImport: ["Wording", "Threads", "Secrets", "Numbers", "JSON", "People", "Rules"]),
    Fence(room: "Sealing", mayImport: ["Secrets", "Numbers", "People", "Rules", "Auditing"]),
    Fence(room: "Storage", mayImport: ["Wording"]),
    Fence(room: "StorageSQLite", mayImport: ["Storage", "GRDB", "GRDBSQLite", "Glibc"]),
    Fence(
      room: "Custody",
      mayImport: [
        "Wording", "Secrets", "Numbers", "Text", "JSON", "People", "Rules", "Auditing", "Sealing",
        "Storage",
      ]),
    Fence(
      room: "Filings",
      mayImport: [
        "Wording", "Threads", "Secrets", "Numbers", "Text", "Typesetting", "People", "Rules",
        "Auditing", "Custody", "Yams",
      ]),
    Fence(
      room: "Reports",
      mayImport: ["Wording", "Text", "Typesetting", "JSON", "People", "Rules", "Auditing"]),
    Fence(
      room: "MyNumberKit",
      mayImport: [
        "Wording", "Secrets", "Numbers", "Text", "JSON", "People", "Rules", "Auditing", "Sealing",
        "Storage", "StorageSQLite", "Custody", "Filings", "Reports", "Glibc",
      ]),
    Fence(room: "mynumber", mayImport: ["MyNumberKit", "ArgumentParser", "Glibc"]),
  ]

  /// The fence of a room.
  static func of(_ room: String) -> Fence? { all.first { $0.room == room } }
}
