import Foundation
import MyNumberKit
import Testing

@Suite("A number that is not verified, on a slip")
struct UnverifiedSlipTests {
  private let fixture: VaultFixture

  init() throws {
    fixture = try SampleVault.copy()
    let administrator = try fixture.signIn("admin")
    let samples = VaultFixture.repository + "/Samples/"
    try Employer(administrator).set(
      [UInt8](try Data(contentsOf: URL(filePath: samples + "employer.yaml"))),
      designations: [UInt8](try Data(contentsOf: URL(filePath: samples + "designations.csv"))))
    administrator.vault.store.close()
  }

  private func export(leavingBlank reasons: Set<NoNumberReason>) throws -> [ExportedFile] {
    let session = try fixture.signIn("keiko")
    defer { session.vault.store.close() }
    let handle = try FileHandle(
      forReadingFrom: URL(
        filePath: VaultFixture.repository + "/Samples/payroll-2025-unified.csv"))
    defer { try? handle.close() }
    var options = SlipExportOptions(incomeYear: 2025)
    options.people = [try PersonCode("0011")]
    options.leaveBlank = reasons
    return try SlipExport(session, options: options).run(
      payroll: handle.fileDescriptor, into: fixture.folder.file("slips"))
  }

  @Test("stops the export with the list, and nothing is opened")
  func stops() throws {
    let error = #expect(throws: ExportError.self) { _ = try export(leavingBlank: []) }
    guard case .blocked(let missing)? = error else {
      Issue.record("not blocked: \(String(describing: error))")
      return
    }
    #expect(missing.map(\.person.text) == ["0011"] && missing.map(\.reason) == [.unverified])
    let vault = try fixture.open()
    #expect(try vault.entries().allSatisfy { $0.content.action != "read" })
  }

  @Test("is left blank where that is asked for, never opened, and journalled")
  func blank() throws {
    let files = try export(leavingBlank: [.unverified])
    #expect(files.map(\.file.blanks.count) == [1] && files.map(\.file.numbers) == [0])
    let vault = try fixture.open()
    let entries = try vault.entries().map(\.content)
    #expect(entries.allSatisfy { $0.action != "read" })
    let blanks = entries.filter { $0.action == "blank" }
    #expect(blanks.map(\.person) == ["0011"] && blanks.map(\.rule) == ["unverified"])
  }
}
