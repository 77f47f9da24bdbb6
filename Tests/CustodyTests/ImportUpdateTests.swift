import MyNumberKit
import Testing

@Suite("A person file about people already known")
struct ImportUpdateTests {
  private static let head =
    "社員番号,区分,続柄,家族番号,氏名,生年月日,税扶養,健保扶養,個人番号,番号確認書類,身元確認書類,確認方法,確認日\n"
  private static let verified = ",個人番号カード,個人番号カード,対面,2026-04-01\n"

  private func file(_ fixture: VaultFixture, _ rows: String...) throws -> String {
    try fixture.folder.write(Self.head + rows.joined(), as: "people.csv")
  }

  private func employee(_ name: String, _ number: String, kind: String = "従業員") -> String {
    "E1,\(kind),本人,,\(name),1990-01-01,,,\(number)"
      + (number.isEmpty ? ",,,,\n" : Self.verified)
  }

  private func child(_ name: String, _ number: String, place: String = "") -> String {
    "E1,家族,子,\(place),\(name),2015-05-05,○,○,\(number),,,,\n"
  }

  private func record(_ code: String, _ session: Session) throws -> PersonRecord {
    try #require(try session.vault.person(try PersonCode(code))?.record)
  }

  private func options(_ replacement: ImportOptions.Replacement? = nil) -> ImportOptions {
    var options = ImportOptions()
    options.update = true
    options.replacement = replacement
    return options
  }

  @Test("a first number and the other columns come in by one row")
  func firstNumber() throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("hanako")
    try session.importFile(try file(fixture, employee("試験　一", "")))
    let summary = try session.importFile(
      try file(fixture, employee("見本　一", "858319664372", kind: "役員")), options())
    #expect(summary.numbers == 1)
    let person = try #require(try session.vault.person(try PersonCode("E1")))
    #expect(try session.profile(of: person).name == "見本　一")
    #expect(person.record.kind == .officer)
    let wraps = try fixture.blobs("sealed", from: "k.wraps WHERE object = 1")
    #expect(wraps.count == 3, "an officer has no employment insurance")
    session.close()
    let administrator = try fixture.signIn("admin")
    #expect(
      try Purge(administrator).run(asOf: administrator.vault.today, acceptPresumed: false)?.bytes
        == nil, "nothing is due, and nothing is missing")
  }

  @Test("an update of a standing declares nothing and says of whom it is asked")
  func untold() throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("hanako")
    let plain = "E1,家族,子,1,試験　二,2015-05-05,○,,487861614707,,,,\n"
    try session.importFile(
      try file(fixture, employee("試験　一", "858319664372"), plain))
    let summary = try session.importFile(
      try file(
        fixture, employee("試験　一", ""), "E1,家族,子,1,試験　二,2015-05-05,○,○,,,,,\n"), options())
    #expect(summary.untold.map(\.codes.count) == [1])
    #expect(summary.untold.first?.codes.first?.text == "E1-1")
    #expect(summary.untold.first?.purposes.map(\.rawValue) == ["health-pension"])
    #expect(try !record("E1-1", session).declares("health-pension"))
    let again = try session.importFile(try file(fixture, employee("試験　一", "")), options())
    #expect(again.untold.isEmpty)
  }

  @Test("a correction changes the other columns too")
  func correction() throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("hanako")
    try session.importFile(try file(fixture, employee("試験　一", "858319664372")))
    let old = try fixture.blobs("profile", from: "main.people")
    let summary = try session.importFile(
      try file(fixture, employee("見本　一", "487861614707")), options(.correction))
    #expect(summary.replaced == 1)
    let person = try #require(try session.vault.person(try PersonCode("E1")))
    #expect(try session.profile(of: person).name == "見本　一")
    for (name, bytes) in try fixture.contents() { #expect(!bytes.holds(old[0]), "\(name)") }
  }

  @Test("without --update a replacement changes nothing but the number")
  func replacementAlone() throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("hanako")
    try session.importFile(try file(fixture, employee("試験　一", "858319664372")))
    var options = ImportOptions()
    options.replacement = .correction
    try session.importFile(try file(fixture, employee("見本　一", "487861614707")), options)
    let person = try #require(try session.vault.person(try PersonCode("E1")))
    #expect(try session.profile(of: person).name == "試験　一")
  }

  @Test("an employee does not become a payee under the same code")
  func otherKind() throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("hanako")
    try session.importFile(try file(fixture, employee("試験　一", "")))
    let error = #expect(throws: CustodyError.self) {
      try session.importFile(
        try file(fixture, employee("試験　一", "", kind: "支払先")), options())
    }
    #expect(error?.exitStatus == 65)
    #expect(try record("E1", session).kind == .employee)
  }

  @Test("who cannot open names is not given a family member by the order of the file")
  func familyWithoutRoster() throws {
    let fixture = try VaultFixture()
    let hr = try fixture.signIn("hanako")
    try hr.importFile(
      try file(
        fixture, employee("試験　一", "858319664372"), child("試験　二", "487861614707"),
        child("試験　三", "916441504700")))
    hr.close()
    let admin = try fixture.signIn("admin")
    try Users(admin).add(
      "new", roles: [RoleID(rawValue: "hr")], passphrase: VaultFixture.passphrase("new"))
    admin.close()
    let pending = try fixture.signIn("new")
    var options = ImportOptions()
    options.replacement = .correction
    let refused = #expect(throws: CustodyError.self) {
      try pending.importFile(try file(fixture, child("試験　三", "858319664372")), options)
    }
    #expect(refused?.exitStatus == 77)
    let last = try #require(try pending.vault.entries().last?.content)
    #expect(last.outcome == .refused && last.rule == "key-not-held")
    // By 家族番号 nothing has to be told apart.
    let summary = try pending.importFile(
      try file(fixture, child("試験　四", "858319664372", place: "3")))
    #expect(summary.added == 1)
    #expect(try record("E1-3", pending).currentVersion == 1)
  }
}
