import Foundation
import MyNumberKit
import Testing

@testable import Custody
@testable import Sealing

@Suite("Importing a person file")
struct ImportTests {
  private static let defects = VaultFixture.repository + "/Samples/defects.csv"
  private static let head = "社員番号,区分,続柄,氏名,個人番号,番号確認書類,身元確認書類,確認方法,確認日,利用目的\n"
  private static let tail = ",個人番号カード,個人番号カード,対面,2026-11-01,"
  private static let tax = Set(["tax-withholding", "tax-declarations"])

  private func write(
    _ fixture: VaultFixture, _ number: String, purposes: String = ""
  ) throws -> String {
    try fixture.folder.write(
      Self.head + "E1,従業員,本人,試験　一,\(number)\(Self.tail)\(purposes)\n", as: "people.csv")
  }

  private func mistakes(_ session: Session, _ path: String) throws -> [InputMistake] {
    let error = #expect(throws: CustodyError.self) { try session.importFile(path) }
    guard case .badInput(let mistakes)? = error?.code else { return [] }
    #expect(error?.exitStatus == 65)
    return mistakes
  }

  @Test(
    "all ten defects are told at once by line and column, without a number, and nothing is kept")
  func defects() throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("hanako")
    let size = session.vault.logSize
    let mistakes = try mistakes(session, Self.defects)
    let places = mistakes.map { "\($0.line ?? 0):\($0.column ?? 0) \($0.field ?? "")" }
    #expect(
      places == [
        "3:8 個人番号", "4:8 個人番号", "5:3 続柄", "6:5 生年月日", "7:1 社員番号", "9:1 社員番号",
        "10:13 利用目的", "11:9 番号確認書類", "12:10 身元確認書類", "13:2 区分",
      ])
    let told = Array(mistakes.map(\.description).joined(separator: "\n").utf8)
    for number in try SampleNumbers.all(Self.defects) {
      #expect(!told.holds(Array(number.utf8)))
      #expect(!told.holds(Array(number.suffix(4).utf8)), "the last four digits")
    }
    #expect(
      try session.vault.store.people(after: 0, limit: 1).isEmpty && session.vault.logSize == size)
  }

  @Test("a faulty row is told once: not again by the family, nor by what follows from it")
  func followingMistakes() throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("hanako")
    let head = "社員番号,区分,続柄,家族番号,氏名,生年月日,税扶養\n"
    let path = try fixture.folder.write(
      head + "E1,従業員,本人,,試験　一,1990-02-30,\nE1,,子,1,試験　二,2015-01-01,○\n"
        + "E1,,隣人,2,試験　三,2015-01-01,○\nE2,従業員,子,1,試験　四,2015-01-01,○\n",
      as: "people.csv")
    let places = try mistakes(session, path).map { "\($0.line ?? 0):\($0.column ?? 0)" }
    #expect(places == ["2:6", "4:3", "5:2"])
  }

  @Test("importing a file twice changes nothing, in either encoding")
  func twice() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("hanako")
    let before = session.vault.logSize
    for name in ["employees.csv", "employees-cp932.csv"] {
      let summary = try session.importFile(VaultFixture.repository + "/Samples/" + name)
      #expect(!summary.changed && summary.added == 0)
    }
    #expect(session.vault.logSize == before)
  }

  @Test("CP932 and UTF-8 give the same people, profiles and numbers")
  func encodings() throws {
    let utf8 = try SampleVault.copy()
    let cp932 = try VaultFixture()
    let officer = try cp932.signIn("hanako")
    try officer.importFile(VaultFixture.repository + "/Samples/employees-cp932.csv")
    officer.close()
    let (one, other) = (try collected(utf8), try collected(cp932))
    #expect(one.count == 52 && one == other)
  }

  /// What is known of each person, but for random ids and times.
  private func collected(_ fixture: VaultFixture) throws -> [String] {
    let session = try fixture.signIn(
      "keiko", VaultFixture.environment(decider: PermissiveDecider()))
    defer { session.close() }
    var people: [VerifiedPerson] = []
    try session.vault.forEachPerson { people.append($0) }
    return try people.map { person in
      let record = person.record
      let profile = try session.profile(of: person)
      var facts = "\(record.code.text) \(record.kind) \(String(describing: record.relationship))"
      facts += " \(record.standing) \(record.declaredPurposes) \(record.verification)"
      facts += " \(String(describing: record.noNumberReason)) \(record.currentVersion)"
      facts += " \(profile)"
      for purpose in Self.tax.sorted() where record.declares(purpose) && record.currentVersion > 0 {
        let form =
          purpose == "tax-withholding" ? "withholding-slip-municipality" : "dependents-declaration"
        facts += " \(try session.digits(record.code.text, form, purpose: purpose))"
      }
      return facts
    }
  }

  @Test("every number comes back as the file has it")
  func numbers() throws {
    let fixture = try SampleVault.copy()
    var found: Set<[UInt8]> = []
    for user in ["keiko", "hanako"] {
      let session = try fixture.signIn(user, VaultFixture.environment(decider: PermissiveDecider()))
      var people: [PersonRecord] = []
      try session.vault.forEachPerson { people.append($0.record) }
      for record in people where record.currentVersion > 0 {
        let held = record.declaredPurposes.first(where: session.heldKeys.contains)
        guard let held else { continue }
        found.insert(try session.digits(record.code.text, "any", purpose: held))
      }
      session.close()
    }
    #expect(found == Set(try SampleNumbers.all().map { Array($0.utf8) }))
  }

  @Test("the officer who imported cannot open the tax wraps with any check removed")
  func importerCannotRead() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn(
      "hanako", VaultFixture.environment(decider: PermissiveDecider()))
    let result = try ExitStatus { _ = try session.digits("0006", purpose: "tax-withholding") }
    #expect(result.status == 76, "\(result)")
    let rows = try fixture.texts("SELECT id FROM k.lockboxes WHERE key LIKE 'tax-%'")
    #expect(rows.count == 2)
    for row in rows {
      let id = try #require(Int64(row))
      let error = #expect(throws: SealingError.self) {
        _ = try session.keyRing.open(row: id, from: session.rows)
      }
      #expect(error?.code == .keyNotHeld)
    }
  }

  @Test("options narrow what is declared and never widen it")
  func narrowing() throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("hanako")
    var options = ImportOptions()
    options.purposes = ["tax-withholding", "property-accumulation"].map { PurposeID($0) }
    try session.importFile(try write(fixture, "858319664372"), options)
    let code = try PersonCode("E1")
    let record = try #require(try session.vault.person(code)?.record)
    #expect(record.declaredPurposes == ["tax-withholding"])
    let wraps = "k.wraps WHERE object = 1"
    #expect(try fixture.texts("SELECT count(*) FROM \(wraps)") == ["1"])
    // The same person in a later file with more purposes: the number held is not touched.
    try session.importFile(
      try write(fixture, "858319664372", purposes: "tax-withholding;health-pension"))
    #expect(try session.vault.person(code)?.record.declaredPurposes == ["tax-withholding"])
    #expect(try fixture.texts("SELECT count(*) FROM \(wraps)") == ["1"])
  }

  @Test("where nothing is left to declare, nothing is collected")
  func nothingLeft() throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("hanako")
    var options = ImportOptions()
    options.purposes = [PurposeID("payment-records")]
    let path = try write(fixture, "858319664372")
    #expect(throws: CustodyError.self) { try session.importFile(path, options) }
    for purposes in ["労災保険", "performance-review", "tax-withholding;workers-accident"] {
      #expect(
        try mistakes(session, try write(fixture, "858319664372", purposes: purposes)).count == 1)
    }
    #expect(try session.vault.store.people(after: 0, limit: 1).isEmpty)
  }

  @Test("a number held is left alone, changed with its date, or corrected and destroyed")
  func replacing() throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("keiko")
    let code = try PersonCode("E1")
    try session.importFile(try write(fixture, "858319664372"))
    let kept = try session.importFile(try write(fixture, "487861614707"))
    #expect(kept.alreadyHeld == 1 && !kept.changed)
    #expect(try session.digits("E1") == Array("858319664372".utf8))

    let day = try #require(CalendarDate(year: 2026, month: 11, day: 1))
    var change = ImportOptions()
    change.replacement = .change(on: day, reason: "旧 8583-1966-4372")
    #expect(throws: CustodyError.self) {
      try session.importFile(try write(fixture, "487861614707"), change)
    }
    change.replacement = .change(on: day, reason: "漏えいのおそれ")
    #expect(try session.importFile(try write(fixture, "487861614707"), change).replaced == 1)
    let batch = try #require(
      try session.vault.entries().map(\.content).last { $0.action == "import-batch" })
    #expect(batch.reason == "漏えいのおそれ" && batch.detail["changed"] == .string("2026-11-01"))
    #expect(try session.digits("E1") == Array("487861614707".utf8))
    #expect(try session.digits("E1", version: 1) == Array("858319664372".utf8))

    let old = try fixture.blobs("sealed", from: "main.numbers WHERE version = 2")
    let wraps = try fixture.blobs("sealed", from: "k.wraps WHERE version = 2 AND object = 1")
    #expect(old.count == 1 && wraps.count == 4)
    var correction = ImportOptions()
    correction.replacement = .correction
    #expect(try session.importFile(try write(fixture, "916441504700"), correction).replaced == 1)
    #expect(try session.digits("E1") == Array("916441504700".utf8))
    #expect(throws: CustodyError.self) { _ = try session.digits("E1", version: 2) }
    let bytes = try fixture.contents().values.reduce([], +)
    for gone in old + wraps { #expect(!bytes.holds(gone)) }
    let record = try #require(try session.vault.person(code)?.record)
    #expect(record.versions.map(\.how) == [.changed, .purged, .current])
    session.close()
    #expect(throws: Never.self) { try fixture.open() }
  }

  @Test("other columns change under --update alone, and the old name is forgotten")
  func updating() throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("hanako")
    let path = try write(fixture, "858319664372")
    try session.importFile(path)
    let old = try fixture.blobs("profile", from: "main.people")
    let text = try String(contentsOfFile: path, encoding: .utf8).replacing("試験　一", with: "見本　一")
    let changed = try fixture.folder.write(text, as: "changed.csv")
    #expect(try !session.importFile(changed).changed)
    var options = ImportOptions()
    options.update = true
    let summary = try session.importFile(changed, options)
    #expect(summary.updated == 1 && summary.numbers == 0)
    let person = try #require(try session.vault.person(try PersonCode("E1")))
    #expect(try session.profile(of: person).name == "見本　一")
    for (name, bytes) in try fixture.contents() { #expect(!bytes.holds(old[0]), "\(name)") }
    #expect(try session.importFile(changed, options).updated == 0)
  }

  @Test("a dry run says what each person is told and writes nothing")
  func dryRun() throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("hanako")
    let before = try fixture.contents()
    let summary = try session.importFile(SampleVault.employees, dryRun: true)
    #expect(summary.added == 52 && summary.told.count == 52)
    #expect(try fixture.contents() == before)
  }
}
