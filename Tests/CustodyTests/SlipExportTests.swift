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
    let samples = VaultFixture.repository + "/Samples/"
    try Employer(administrator).set(
      [UInt8](try Data(contentsOf: URL(filePath: samples + "employer.yaml"))),
      designations: [UInt8](try Data(contentsOf: URL(filePath: samples + "designations.csv"))))
    administrator.vault.store.close()
  }

  private func export(
    _ payroll: String, _ options: SlipExportOptions
  ) throws -> [ExportedFile] {
    let session = try fixture.signIn("keiko")
    defer { session.vault.store.close() }
    let path = VaultFixture.repository + "/Samples/" + payroll
    let handle = try FileHandle(forReadingFrom: URL(filePath: path))
    defer { try? handle.close() }
    return try SlipExport(session, options: options).run(
      payroll: handle.fileDescriptor, into: fixture.folder.path)
  }

  @Test("people without a usable number stop the export once, with a list")
  func blocked() throws {
    let error = #expect(throws: SlipExportError.self) {
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
    let written = try Data(contentsOf: URL(filePath: files[0].path))
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

  private static func fields(_ data: Data) -> [[Data]] {
    data.split(separator: 0x0A).map { line in
      line.split(separator: 0x2C, omittingEmptySubsequences: false).map { Data($0) }
    }
  }
}
