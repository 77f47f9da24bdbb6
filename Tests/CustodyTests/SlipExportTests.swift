import Foundation
import MyNumberKit
import Testing

@Suite("Slip export", .serialized)
struct SlipExportTests {
  private let fixture: VaultFixture

  init() throws {
    fixture = try VaultFixture()
    let officer = try fixture.signIn("hanako")
    try officer.importFile(VaultFixture.repository + "/Samples/employees.csv")
    officer.vault.store.close()
    let administrator = try fixture.signIn("admin")
    try Attestation(administrator).attestAllClaimed(reason: "導入前に確認")
    let samples = VaultFixture.repository + "/Samples/"
    try Employer(administrator).set(
      [UInt8](try Data(contentsOf: URL(filePath: samples + "employer.yaml"))),
      designations: [UInt8](try Data(contentsOf: URL(filePath: samples + "designations.csv"))))
    administrator.vault.store.close()
  }

  @discardableResult
  private func export(
    _ payroll: String, _ options: SlipExportOptions
  ) throws -> [ExportedFile] {
    try export(path: VaultFixture.repository + "/Samples/" + payroll, options)
  }

  private func export(path: String, _ options: SlipExportOptions) throws -> [ExportedFile] {
    let session = try fixture.signIn("keiko")
    defer { session.vault.store.close() }
    let handle = try FileHandle(forReadingFrom: URL(filePath: path))
    defer { try? handle.close() }
    return try SlipExport(session, options: options).run(
      payroll: handle.fileDescriptor, into: fixture.folder.file("slips"))
  }

  @Test("a person's row that was altered is told as that, not as a mistake of the file")
  func tampered() throws {
    try fixture.sql("UPDATE main.people SET pin = pin - 1 WHERE code = CAST('0003' AS BLOB)")
    let error = #expect(throws: ExportError.self) {
      _ = try export("payroll-2025-unified.csv", SlipExportOptions(incomeYear: 2025))
    }
    guard case .custody(let failure)? = error else {
      Issue.record("not the vault's: \(String(describing: error))")
      return
    }
    #expect(failure.exitStatus == 76)
    #expect(!FileManager.default.fileExists(atPath: fixture.folder.file("slips")))
  }

  private func entries(_ action: String) throws -> [EntryContent] {
    let vault = try fixture.open()
    defer { vault.store.close() }
    return try vault.entries().map(\.content).filter { $0.action == action }
  }

  @Test("where one of two files is in the way, none is written or registered")
  func inTheWay() throws {
    let slips = fixture.folder.file("slips")
    try FileManager.default.createDirectory(atPath: slips, withIntermediateDirectories: true)
    try Data("x".utf8).write(to: URL(filePath: slips + "/unified-2025.csv"))
    var options = SlipExportOptions(incomeYear: 2025)
    options.leaveBlank = [.refused, .noneAbroad]
    #expect(throws: ExportError.self) { _ = try export("payroll-2025.csv", options) }
    #expect(try entries("export").isEmpty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: slips) == ["unified-2025.csv"])
  }

  @Test("an export that stops leaves an entry for each person, and a needless copy one")
  func refusals() throws {
    #expect(throws: ExportError.self) {
      _ = try export("payroll-2025-unified.csv", SlipExportOptions(incomeYear: 2025))
    }
    let stopped = try entries("export")
    #expect(stopped.map(\.person) == ["0014-1", "0019"])
    #expect(stopped.allSatisfy { $0.outcome == .refused && $0.rule != nil && $0.form != nil })
  }

  @Test("people who are not in the payroll file, and years without slips, stop the export")
  func unknown() throws {
    var options = SlipExportOptions(incomeYear: 2025)
    options.people = [try PersonCode("0001"), try PersonCode("9999")]
    let error = #expect(throws: ExportError.self) {
      _ = try export("payroll-2025-unified.csv", options)
    }
    guard case .notInPayroll(let missing)? = error else {
      Issue.record("not told: \(String(describing: error))")
      return
    }
    #expect(missing.map(\.text) == ["9999"])
    for year in [2015, 2027, -1] {
      let error = #expect(throws: ExportError.self) {
        _ = try export("payroll-2025-unified.csv", SlipExportOptions(incomeYear: year))
      }
      guard case .custody(let failure)? = error else { continue }
      #expect(failure.exitStatus == 64)
    }
    #expect(try entries("export").isEmpty)
  }

  @Test("people without a usable number stop the export once, with a list")
  func blocked() throws {
    let error = #expect(throws: ExportError.self) {
      _ = try export("payroll-2025-unified.csv", SlipExportOptions(incomeYear: 2025))
    }
    guard case .blocked(let missing)? = error else {
      Issue.record("not blocked: \(String(describing: error))")
      return
    }
    #expect(missing.map(\.person.text).sorted() == ["0014-1", "0019"])
  }

  @Test("the unified CSV is filled in; every byte outside the number columns is as it came")
  func unified() throws {
    var options = SlipExportOptions(incomeYear: 2025)
    options.leaveBlank = [.refused, .noneAbroad]
    let files = try export("payroll-2025-unified.csv", options)
    #expect(files.count == 1)
    let written = try Data(contentsOf: URL(filePath: files[0].file.path))
    let source = try Data(
      contentsOf: URL(
        filePath: VaultFixture.repository + "/Samples/payroll-2025-unified.csv"))
    let numberColumns: Set<Int> = [94, 95, 99, 103, 107, 111, 115, 119, 123, 127, 131, 132, 133]
    let (before, after) = (Self.fields(source), Self.fields(written))
    #expect(before.count == after.count)
    var filled = 0
    for (old, new) in zip(before, after) {
      #expect(old.count == new.count)
      for (index, pair) in zip(old, new).enumerated() {
        if numberColumns.contains(index + 1) {
          filled += pair.1.isEmpty ? 0 : 1
        } else {
          #expect(pair.0 == pair.1)
        }
      }
    }
    #expect(filled > 40)
  }

  @Test("a blocked export makes neither file nor folder; a second one never replaces the first")
  func neverReplaces() throws {
    let slips = fixture.folder.file("slips")
    #expect(throws: ExportError.self) {
      _ = try export("payroll-2025-unified.csv", SlipExportOptions(incomeYear: 2025))
    }
    #expect(!FileManager.default.fileExists(atPath: slips))
    var options = SlipExportOptions(incomeYear: 2025)
    options.leaveBlank = [.refused, .noneAbroad]
    let first = try export("payroll-2025-unified.csv", options)
    let written = try Data(contentsOf: URL(filePath: first[0].file.path))
    #expect(throws: ExportError.self) {
      _ = try export("payroll-2025-unified.csv", options)
    }
    #expect(try Data(contentsOf: URL(filePath: first[0].file.path)) == written)
    let folder = try FileManager.default.attributesOfItem(atPath: slips)
    #expect(folder[.posixPermissions] as? Int == 0o700)
  }

  @Test(
    "an export derives the year's filing, pay and declaration, of a family the declaration alone",
    arguments: ["payroll-2025-unified.csv", "payroll-2025.csv"])
  func derived(payroll: String) throws {
    var options = SlipExportOptions(incomeYear: 2025)
    options.leaveBlank = [.refused, .noneAbroad]
    options.copies = [.municipality]
    let before = try fixture.open().logSize
    let files = try export(payroll, options)
    let vault = try fixture.open()
    defer { vault.store.close() }
    func events(_ code: String) throws -> [LifeEvent] {
      try #require(try vault.person(try PersonCode(code))).record.events
    }
    let filed = LifeEvent(
      .slipFiled, on: vault.today, year: 2025, form: "withholding-slip-municipality",
      basis: .derived)
    let paid = LifeEvent(.paid, year: 2025, basis: .derived)
    let declared = LifeEvent(.declarationReceived, year: 2025, basis: .derived)
    #expect(try events("0003") == [filed, paid, declared])
    #expect(try events("0003-1") == [filed, declared])
    #expect(try events("0019") == [filed, paid, declared], "a blank number is filed too")
    #expect(try events("0021") == [filed, paid], "who has the 乙 column made no declaration here")
    for code in ["0009-1", "P001", "0801"] { #expect(try events(code) == []) }
    let details = try vault.entries(from: before).map(\.content)
      .filter { $0.action == "event" && $0.person == "0003" }.map(\.detail)
    #expect(
      details == [
        [
          "event": .string("slip-filed,paid,declaration-received"), "year": .integer(2025),
          "form": .string("withholding-slip-municipality"),
          "export": .string(files[0].file.id), "number_version": .integer(1),
        ]
      ])
  }

  @Test("a later export of the year adds nothing but the other copy's filing")
  func derivedOnce() throws {
    var options = SlipExportOptions(incomeYear: 2025)
    options.leaveBlank = [.refused, .noneAbroad]
    try export("payroll-2025.csv", options)
    let vault = try fixture.open()
    defer { vault.store.close() }
    let events = try #require(try vault.person(try PersonCode("0003"))).record.events
    #expect(events.map(\.kind) == [.slipFiled, .paid, .declarationReceived, .slipFiled])
    #expect(Set(events.compactMap(\.form)).count == 2)
  }

  @Test("for 2026 the tax office's copy is refused: the municipality's counts as it")
  func neededCopies() throws {
    var options = SlipExportOptions(incomeYear: 2026)
    options.copies = [.taxOffice]
    let error = #expect(throws: ExportError.self) {
      _ = try export("payroll-2026.csv", options)
    }
    guard case .custody(let refusal)? = error, refusal.exitStatus == 77 else {
      Issue.record("not refused: \(String(describing: error))")
      return
    }
    let entries = try fixture.open().entries().map(\.content)
    #expect(entries.last { $0.action == "export" }?.outcome == .refused)
  }

  @Test("of the copies of 2026 that the rule wants, one made for nobody is left out")
  func wantedCopies() throws {
    var options = SlipExportOptions(incomeYear: 2026)
    options.leaveBlank = [.refused, .noneAbroad, .notYetIssued]
    let files = try export("payroll-2026.csv", options)
    #expect(files.map(\.plan.form) == [FormCopyID("withholding-slip-municipality")])
  }

  @Test(
    "an accountant without a person's declaration reads nothing; a parent on no row is not read")
  func notAskedFor() throws {
    var options = SlipExportOptions(incomeYear: 2025)
    options.leaveBlank = [.refused, .noneAbroad]
    try export("payroll-2025-unified.csv", options)
    let vault = try fixture.open()
    defer { vault.store.close() }
    var read: Set<String> = []
    try vault.forEachEntry { bytes in
      guard let entry = try? Entry(parsing: bytes), entry.content.action == "read" else { return }
      if let person = entry.content.person { read.insert(person) }
    }
    #expect(read.contains("0003"))
    #expect(!read.contains("0009-1"))
    #expect(!read.contains("P001"))
  }

  private static func fields(_ data: Data) -> [[Data]] {
    data.split(separator: 0x0A).map { line in
      line.split(separator: 0x2C, omittingEmptySubsequences: false).map { Data($0) }
    }
  }
}
