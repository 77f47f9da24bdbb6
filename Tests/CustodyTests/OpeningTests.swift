import Foundation
import MyNumberKit
import Testing

@Suite("Opening what is no sound vault")
struct OpeningTests {
  private func opening(_ fixture: VaultFixture) throws -> ExitStatus {
    try ExitStatus { try fixture.open().store.close() }
  }

  @Test("a missing vault, and a missing one of the two files, are no such input")
  func missing() throws {
    let nowhere = try ExitStatus {
      _ = try SQLiteVaultStore.open(folder: "/nowhere/acme.vault")
    }
    #expect(nowhere.status == 66, "\(nowhere)")
    for (name, role) in [("vault.sqlite", "records"), ("keys.sqlite", "keys")] {
      let fixture = try VaultFixture()
      try FileManager.default.removeItem(atPath: fixture.file(name))
      let result = try opening(fixture)
      #expect(result.status == 66 && result.description.contains(role), "\(result)")
      #expect(!FileManager.default.fileExists(atPath: fixture.file(name)), "it was made")
    }
  }

  @Test(
    "a file or folder that others may read is refused",
    arguments: ["", "/keys", "/vault.sqlite", "/keys/keys.sqlite"])
  func permissions(place: String) throws {
    let fixture = try VaultFixture()
    let mode = place.hasSuffix("sqlite") ? 0o640 : 0o750
    try FileManager.default.setAttributes(
      [.posixPermissions: mode], ofItemAtPath: fixture.path + place)
    let result = try opening(fixture)
    #expect(result.status == 76, "\(result)")
  }

  @Test(
    "a link in the place of a file is not followed", arguments: ["vault.sqlite", "keys.sqlite"])
  func links(name: String) throws {
    let fixture = try VaultFixture()
    try fixture.save(name, as: "real-")
    try FileManager.default.removeItem(atPath: fixture.file(name))
    try FileManager.default.createSymbolicLink(
      atPath: fixture.file(name), withDestinationPath: fixture.folder.file("real-" + name))
    let result = try opening(fixture)
    #expect(result.status == 76, "\(result)")
  }

  @Test("a truncated or foreign file is refused", arguments: ["vault.sqlite", "keys.sqlite"])
  func damaged(name: String) throws {
    let fixture = try SampleVault.copy()
    let bytes = try #require(FileManager.default.contents(atPath: fixture.file(name)))
    for (place, data) in [
      Data("no database at all".utf8), Data(), bytes.prefix(bytes.count / 2), bytes.prefix(5000),
    ].enumerated() {
      let handle = try FileHandle(forWritingTo: URL(filePath: fixture.file(name)))
      try handle.truncate(atOffset: 0)
      try handle.write(contentsOf: data)
      try handle.close()
      let result = try opening(fixture)
      #expect(result.status == 76, "\(name) \(place): \(result)")
    }
  }

  @Test("any byte of the log that changes stops the vault")
  func flippedBytes() throws {
    let fixture = try SampleVault.copy()
    let size = try #require(Int(try fixture.texts("SELECT max(idx) FROM main.entries").first ?? ""))
    for index in stride(from: 0, through: size, by: 9) {
      let bytes = try #require(
        try fixture.blobs("bytes", from: "main.entries WHERE idx = \(index)").first)
      var changed = bytes
      changed[(index * 31) % bytes.count] ^= 0x01
      let update = "UPDATE main.entries SET bytes = "
      try fixture.sql("\(update)\(VaultFixture.literal(changed)) WHERE idx = \(index)")
      let result = try opening(fixture)
      #expect(result.status == 76, "entry \(index): \(result)")
      try fixture.sql("\(update)\(VaultFixture.literal(bytes)) WHERE idx = \(index)")
    }
    #expect(try opening(fixture).status == 0)
  }
}
