import Foundation
import MyNumberKit
import TestSupport
import Testing

/// Copies on paper, drawn and read back by the real program.
@Suite("Pages are read back before they are released", .serialized)
struct PageReadBackTests {
  private static let program = VaultFixture.repository + "/.build/debug/mynumber"
  private let fixture: FilingFixture

  init() throws { fixture = try FilingFixture() }

  private var path: String { fixture.vault.folder.file("slips/municipality-2025-141003.pdf") }

  private func options(_ program: String, _ codes: String...) throws -> SlipExportOptions {
    var options = SlipExportOptions(incomeYear: 2025)
    options.people = Set(try codes.map { try PersonCode($0) })
    options.copies = [.municipality]
    options.paper = SheetProgram(program)
    return options
  }

  /// A program that does to what is drawn what a script says, before or after it.
  private func altered(_ script: String) throws -> String {
    let path = fixture.vault.folder.file("altered")
    let text = """
      #!/bin/sh
      if [ "$1" != draw-sheets ]; then exec \(Self.program) "$@"; fi
      \(script.replacing("PROGRAM", with: Self.program))
      """
    try Data(text.utf8).write(to: URL(filePath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
    return path
  }

  @Test("what was drawn as it was meant is released, and holds the numbers")
  func sound() throws {
    let files = try fixture.export(nil, options(Self.program, "0008", "0004"))
    #expect(files.count == 1 && files[0].file.rows == 2)
    #expect(files[0].file.numbers > 2)
    #expect(try Poppler.info(FileBytes.read(path))["Pages"] == "2")
  }

  @Test(
    "a wrong number, one in another's place, none, one too many, a page lost or another page stops it",
    arguments: [
      (
        "/usr/bin/sed s/NUMBER/858319664372/ | PROGRAM draw-sheets", .notTheNumber,
        .page(1, box: "#95")
      ),
      ("/usr/bin/sed s/NUMBER// | PROGRAM draw-sheets", .notTheNumber, .page(1, box: "#95")),
      (
        "/usr/bin/sed 's/NUMBER/X/; s/OTHER/NUMBER/; s/X/OTHER/' | PROGRAM draw-sheets",
        .notTheNumber, .page(1, box: "#95")
      ),
      ("/usr/bin/sed s/OTHER/NUMBER/ | PROGRAM draw-sheets", .notTheNumber, .page(2, box: "#95")),
      (
        "/usr/bin/sed 's/クラモチ/123456789018/' | PROGRAM draw-sheets", .looksLikeNumber,
        .page(1, box: "#96")
      ),
      ("/usr/bin/head -n -1 | PROGRAM draw-sheets", .otherPages, .file),
      ("/usr/bin/sed '$p' | PROGRAM draw-sheets", .otherPages, .file),
      ("PROGRAM draw-sheets | /usr/bin/head -c 9000", .otherPages, .file),
      ("/usr/bin/cat > /dev/null", .otherPages, .file),
    ] as [(String, ReadBackFault.Kind, ReadBackFault.Place)])
  func altered(script: String, kind: ReadBackFault.Kind, place: ReadBackFault.Place) throws {
    let program = try altered(
      script.replacing("NUMBER", with: SampleNumbers.number(of: "0004"))
        .replacing("OTHER", with: SampleNumbers.number(of: "0008")))
    let error = #expect(throws: ExportError.self) {
      _ = try fixture.export(nil, options(program, "0008", "0004"))
    }
    guard case .readBack(let fault)? = error else {
      Issue.record("not read back: \(String(describing: error))")
      return
    }
    #expect(fault.kind == kind && fault.place == place)
    #expect(!"\(fault)".contains(/[0-9]{4}/))
    let made = try FileManager.default.contentsOfDirectory(
      atPath: fixture.vault.folder.file("slips"))
    #expect(made.isEmpty)
    #expect(try fixture.register().isEmpty)
    let vault = try fixture.vault.open()
    defer { vault.store.close() }
    let entry = try #require(try vault.entries().map(\.content).last { $0.action == "export" })
    #expect(entry.outcome == .failed && entry.rule == "read-back")
  }

  @Test("what reads back and fails, or is not there, stops it too")
  func noReader() throws {
    let path = fixture.vault.folder.file("altered")
    try Data("#!/bin/sh\nif [ $1 = draw-sheets ]; then exec \(Self.program) $1; fi\nexit 70\n".utf8)
      .write(to: URL(filePath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
    let error = #expect(throws: ExportError.self) {
      _ = try fixture.export(nil, options(path, "0004"))
    }
    guard case .readBack? = error else {
      Issue.record("not read back: \(String(describing: error))")
      return
    }
    #expect(try fixture.register().isEmpty)
  }

  @Test(
    "what is no municipality's code names no file, least of all a number",
    arguments: ["858319664372", "131017", "../x", "東京"])
  func noMunicipality(code: String) throws {
    let sample = VaultFixture.repository + "/Samples/payroll-2025-unified.csv"
    var rows = try Data(contentsOf: URL(filePath: sample)).split(separator: 0x0A)
    let place = try #require(rows.firstIndex { $0.range(of: Data(",131016,".utf8)) != nil })
    let range = try #require(rows[place].range(of: Data(",131016,".utf8)))
    let field = try #require(",\(code),".data(using: .shiftJIS))
    rows[place].replaceSubrange(range, with: field)
    let path = fixture.vault.folder.file("odd.csv")
    try Data((rows + [Data()]).joined(separator: [0x0A])).write(to: URL(filePath: path))
    var options = SlipExportOptions(incomeYear: 2025)
    options.copies = [.municipality]
    options.paper = SheetProgram(Self.program)
    options.leaveBlank = Set(NoNumberReason.allCases)
    let error = #expect(throws: ExportError.self) { _ = try fixture.export(path, options) }
    guard case .filing(.mistakes(let mistakes))? = error else {
      Issue.record("not told: \(String(describing: error))")
      return
    }
    #expect(mistakes.contains { $0.line == place + 1 && $0.rule == .badCheckDigit })
    #expect(!String(describing: mistakes).contains(code))
    #expect(!FileManager.default.fileExists(atPath: fixture.vault.folder.file("slips")))
    #expect(try fixture.register().isEmpty)
  }

  @Test("each municipality gets a file of its own residents, and of nobody else")
  func municipalities() throws {
    let files = try fixture.export(nil, options(Self.program, "0001", "0004", "0008"))
    #expect(files.map(\.file.rows) == [1, 2])
    let parts = ["131016": ["0001"], "141003": ["0004", "0008"]]
    for (code, people) in parts {
      let path = fixture.vault.folder.file("slips/municipality-2025-\(code).pdf")
      let text = try Poppler.text(FileBytes.read(path))
      for other in ["0001", "0004", "0008"] {
        #expect(text.contains(other) == people.contains(other), "\(code) \(other)")
      }
    }
    let register = try fixture.register()
    #expect(register.map(\.rows) == [1, 2] && Set(register.map(\.id)).count == 2)
  }
}
