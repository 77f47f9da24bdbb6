import Foundation
import MyNumberKit
import Testing

extension HandOverTests {
  @Test(
    "its file is found where it was made, and destroyed there, while the contractor's copy stands")
  func destroyedHere() throws {
    let fixture = try fixture()
    let officer = try fixture.signIn("hanako")
    let path = fixture.folder.file("out")
    let made = try HandOvers(officer).create(try request(), at: path, named: "sub/out")
    officer.close()
    let administrator = try fixture.signIn("admin")
    let files = ExportedFiles(administrator)
    let record = try #require(try files.list().first)
    #expect(record.isHandOver && record.name == "out" && record.standsHere)
    #expect(try files.look(at: record) == .there)
    #expect(try files.dispose(path) == .overwritten)
    #expect(!FileManager.default.fileExists(atPath: path))
    let after = try #require(try files.list().first)
    #expect(!after.standsHere && after.isOutstanding, "the contractor has it still")
    #expect(try HandOvers(administrator).list().map(\.returnedOn) == [nil])
    let again = try ExitStatus { _ = try files.dispose(made.id) }
    #expect(again.status == 64, "\(again)")
    let other = try ExitStatus {
      _ = try files.accept(
        made.id, under: #require(AcceptanceNumber("R1")), on: record.time.japanDate)
    }
    #expect(other.status != 0)
  }

  @Test("another file in its place is not destroyed")
  func replacedFile() throws {
    let fixture = try fixture()
    let officer = try fixture.signIn("hanako")
    let path = fixture.folder.file("out")
    _ = try HandOvers(officer).create(try request(), at: path, named: "out")
    officer.close()
    try FileManager.default.removeItem(atPath: path)
    try fixture.folder.write("mine", as: "out")
    let administrator = try fixture.signIn("admin")
    let result = try ExitStatus { _ = try ExportedFiles(administrator).dispose(path) }
    #expect(result.status == 76, "\(result)")
    #expect(try bytes(path) == Array("mine".utf8))
  }
}
