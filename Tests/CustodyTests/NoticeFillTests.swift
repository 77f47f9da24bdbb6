import Foundation
import MyNumberKit
import Testing

@Suite("Notices filled in", .serialized)
struct NoticeFillTests {
  private let fixture: VaultFixture
  private static let pension = [
    "health-pension-acquisition", "health-pension-loss", "health-dependents-change",
  ].map { FormCopyID($0) }
  private static let sample = VaultFixture.repository + "/Samples/SHFD0006.CSV"
  /// The number columns of each record, from 0.
  private static let columns = ["2200700": [12], "2201700": [10], "2202700": [13, 28, 77, 110]]

  init() throws { fixture = try SampleVault.copy() }

  @discardableResult
  private func fill(
    _ path: String = sample, as user: String = "hanako", into folder: String = "notices",
    forms: [FormCopyID] = pension, leaving: Set<NoNumberReason> = [.notYetIssued, .unverified]
  ) throws -> FilledNotice {
    let session = try fixture.signIn(user)
    defer { session.vault.store.close() }
    let handle = try FileHandle(forReadingFrom: URL(filePath: path))
    defer { try? handle.close() }
    var options = NoticeFillOptions(forms: forms)
    options.leaveBlank = leaving
    return try NoticeFill(session, options: options).run(
      notices: handle.fileDescriptor, into: fixture.folder.file(folder))
  }

  private func entries() throws -> [EntryContent] {
    let vault = try fixture.open()
    defer { vault.store.close() }
    return try vault.entries().map(\.content)
  }

  private static func lines(_ path: String) throws -> [[Data]] {
    try Data(contentsOf: URL(filePath: path)).split(separator: 0x0A).map { line in
      line.split(separator: 0x2C, omittingEmptySubsequences: false).map { Data($0) }
    }
  }

  /// The digits that the sample's import file has for a person.
  private static func number(_ code: String) throws -> String {
    try #require(try SampleNumbers.byCode()[code])
  }

  @Test("are filled for the others after somebody's name went with their last number")
  func afterPurge() throws {
    let session = try fixture.signIn("admin")
    let day = CalendarDate(year: 2026, month: 11, day: 22) ?? .first
    #expect(try Purge(session).run(asOf: day, acceptPresumed: false) != nil)
    session.close()
    #expect(try fill().file.numbers == 7)
  }

  @Test("each number stands in its own column; every other byte is as it came")
  func filled() throws {
    let filled = try fill()
    #expect(filled.file.rows == 6 && filled.file.numbers == 7)
    #expect(filled.file.blanks.map(\.person.text) == ["0005-1", "0010-2"])
    #expect(filled.forms == Self.pension)
    let (before, after) = (try Self.lines(Self.sample), try Self.lines(filled.file.path))
    #expect(before.count == after.count)
    var numbers: [String] = []
    for (old, new) in zip(before, after) {
      #expect(old.count == new.count)
      let columns = Self.columns[String(decoding: old[0], as: UTF8.self)] ?? []
      for (index, pair) in zip(old, new).enumerated() {
        if columns.contains(index), !pair.1.isEmpty {
          numbers.append(String(decoding: pair.1, as: UTF8.self))
        } else {
          #expect(pair.0 == pair.1)
        }
      }
    }
    let expected = try ["0024", "0030", "0022", "0005", "0009", "0009-1", "0010"].map(Self.number)
    #expect(numbers == expected)
  }

  @Test("employment insurance's file is filled too")
  func insurance() throws {
    let path = VaultFixture.repository + "/Samples/10101-shutoku.csv"
    let filled = try fill(
      path, forms: [FormCopyID("employment-insurance-acquisition")], leaving: [])
    let rows = try Self.lines(filled.file.path).suffix(2)
    let numbers = rows.map { String(decoding: $0[2], as: UTF8.self) }
    #expect(try numbers == ["0024", "0030"].map(Self.number))
    #expect(filled.file.path.hasSuffix("/10101-shutoku.csv"))
  }

  @Test("the file is its owner's alone, is registered, and is never written over")
  func registered() throws {
    let filled = try fill()
    let attributes = try FileManager.default.attributesOfItem(atPath: filled.file.path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(attributes[.size] as? Int == filled.file.bytes)
    let exports = try entries().filter { $0.action == "export" }
    #expect(exports.count == 1)
    #expect(exports.first?.detail["id"] == .string(filled.file.id))
    #expect(exports.first?.detail["numbers"] == .integer(7))
    #expect(exports.first?.recipient == "pension-office")
    #expect(exports.first?.article == "番号法19条2号")
    let written = try Data(contentsOf: URL(filePath: filled.file.path))
    #expect(throws: ExportError.self) { try fill() }
    #expect(try Data(contentsOf: URL(filePath: filled.file.path)) == written)
  }

  @Test("each number is read for its own form, with its article and recipient")
  func reads() throws {
    try fill()
    let reads = try entries().filter { $0.action == "read" && $0.outcome == .allowed }
    #expect(reads.count == 7)
    let forms = Dictionary(
      uniqueKeysWithValues: reads.map { ($0.person ?? "", $0.form ?? "") })
    #expect(
      forms == [
        "0024": "health-pension-acquisition", "0030": "health-pension-acquisition",
        "0022": "health-pension-loss", "0005": "health-dependents-change",
        "0009": "health-dependents-change", "0009-1": "health-dependents-change",
        "0010": "health-dependents-change",
      ])
    let blanks = try entries().filter { $0.action == "blank" }
    #expect(blanks.map(\.form) == ["category3-notice", "health-dependents-change"])
    #expect(blanks.map(\.rule) == ["unverified", "not-yet-issued"])
    #expect(reads.allSatisfy { $0.recipient == "pension-office" && $0.article == "番号法19条2号" })
  }

  @Test("everybody on it has a filed notice; that of a loss completes its matter")
  func events() throws {
    try fill()
    let vault = try fixture.open()
    defer { vault.store.close() }
    for (code, form) in [
      ("0024", "health-pension-acquisition"), ("0022", "health-pension-loss"),
      ("0005-1", "category3-notice"), ("0010-2", "health-dependents-change"),
    ] {
      let record = try #require(try vault.person(PersonCode(code))).record
      let filed = LifeEvent(.noticeFiled, on: vault.today, form: form, basis: .derived)
      #expect(record.events.contains(filed), "\(code)")
    }
    let left = try #require(try vault.person(PersonCode("0022"))).record
    let holdings = vault.policy.retention.holdings(of: left, asOf: vault.today)
    let pension = holdings.filter { $0.purpose == PurposeID("health-pension") }
    #expect(pension.map(\.basis) == [.derived])
  }

  // MARK: Refusals

  @Test("people without a usable number stop it once, and nothing is written or read")
  func blocked() throws {
    let before = try entries().count
    do {
      try fill(leaving: [])
      Issue.record("not blocked")
    } catch ExportError.blocked(let missing) {
      #expect(missing.map(\.person.text) == ["0005-1", "0010-2"])
      // The employer verifies the spouse for category 3; the employee's duty is not enough.
      #expect(missing.map(\.reason) == [.unverified, .notYetIssued])
    }
    #expect(!FileManager.default.fileExists(atPath: fixture.folder.file("notices")))
    let later = try entries().dropFirst(before).filter { $0.action != "sign-in" }
    #expect(later.allSatisfy { $0.action == "export" && $0.outcome == .refused })
    #expect(Set(later.compactMap(\.person)) == ["0005-1", "0010-2"] && later.count == 2)
  }

  @Test("an accountant, who holds no key of the insurances, is refused, and the log has it")
  func keyless() throws {
    #expect(throws: ExportError.self) { try fill(as: "keiko") }
    let refused = try entries().filter { $0.outcome == .refused }
    #expect(refused.count == 1 && refused.first?.action == "read")
    #expect(!FileManager.default.fileExists(atPath: fixture.folder.file("notices")))
  }

  @Test("an auditor may not export at all")
  func auditor() throws {
    do {
      try fill(as: "audrey")
      Issue.record("not refused")
    } catch ExportError.custody(let error) {
      #expect(error.exitStatus == 77)
    }
  }

  @Test("a mistake anywhere stops it before anybody is read")
  func mistaken() throws {
    var bytes = try Data(contentsOf: URL(filePath: Self.sample))
    // 資格取得年月日 of the first record becomes a day in the future.
    let place = try #require(bytes.range(of: Data("070701".utf8)))
    bytes.replaceSubrange(place, with: Data("180701".utf8))
    let path = fixture.folder.file("future.csv")
    try bytes.write(to: URL(filePath: path))
    do {
      try fill(path)
      Issue.record("not refused")
    } catch ExportError.filing(.mistakes(let mistakes)) {
      #expect(mistakes.map(\.rule) == [.inTheFuture])
      #expect(mistakes.map(\.line) == [6] && mistakes.map(\.column) == [19])
    }
    #expect(try entries().allSatisfy { $0.action != "read" && $0.action != "export" })
  }

  @Test("an address beside a number that will be filled is refused, and is needed beside a blank")
  func address() throws {
    let lines = try Self.lines(Self.sample)
    var home = lines
    home[5][28] = Data("100".utf8)
    let path = fixture.folder.file("home.csv")
    var joined = Data()
    for line in home { joined += Data(line.joined(separator: [0x2C])) + [0x0A] }
    try joined.write(to: URL(filePath: path))
    do {
      try fill(path)
      Issue.record("not refused")
    } catch ExportError.filing(.mistakes(let mistakes)) {
      #expect(mistakes.map(\.rule) == [.forbidden] && mistakes.map(\.column) == [29])
    }
  }

  @Test("the forms of two files at once, and a form without a layout, are refused")
  func wrongForms() throws {
    for forms in [
      Self.pension + [FormCopyID("employment-insurance-loss")], [FormCopyID("payment-record")],
    ] {
      #expect(throws: ExportError.self) { try fill(forms: forms) }
    }
  }

  @Test("the numbers stand in the file that was written and nowhere else")
  func nowhereElse() throws {
    let filled = try fill()
    var patterns = BytePatterns()
    for number in try SampleNumbers.all() {
      patterns.add(Array(number.utf8), number)
      patterns.add(Array(number.utf8.reversed()), number)
    }
    for (name, bytes) in try fixture.contents() {
      #expect(patterns.names(in: bytes).isEmpty, "\(name)")
    }
    let vault = try fixture.open()
    defer { vault.store.close() }
    try vault.forEachEntry { #expect(patterns.names(in: [UInt8]($0)).isEmpty) }
    let written = [UInt8](try Data(contentsOf: URL(filePath: filled.file.path)))
    #expect(patterns.names(in: written).count >= 6)
    let files = try FileManager.default.contentsOfDirectory(
      atPath: fixture.folder.file("notices"))
    #expect(files == ["SHFD0006.CSV"])
  }
}
