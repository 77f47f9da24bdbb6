import Foundation
import MyNumberKit
import Testing

@testable import Custody

/// What was sealed anew after the backup: the old wrap was destroyed then, the new one by the restore.
@Suite("What a restore cannot open any more", .serialized)
struct RestoredSealsTests {
  private static let head =
    "社員番号,区分,続柄,家族番号,氏名,生年月日,税扶養,健保扶養,個人番号,番号確認書類,身元確認書類,確認方法,確認日\n"
  private static let verified = ",個人番号カード,個人番号カード,対面,2026-04-01\n"
  private let fixture: VaultFixture

  /// An employee with a child, backed up, and then both named anew.
  init() throws {
    fixture = try VaultFixture()
    try importing(Self.rows("試験　一", "試験　二"), updates: false)
    try fixture.backUp()
  }

  private static func rows(_ employee: String, _ child: String, place: String = "1") -> String {
    head + "E1,従業員,本人,,\(employee),1990-01-01,,,858319664372" + verified
      + "E1,家族,子,\(place),\(child),2015-05-05,○,○,487861614707,,,,\n"
  }

  @discardableResult
  private func importing(_ rows: String, updates: Bool = true) throws -> ImportSummary {
    let officer = try fixture.signIn("hanako")
    defer { officer.close() }
    var options = ImportOptions()
    options.update = updates
    return try officer.importFile(try fixture.folder.write(rows, as: "people.csv"), options)
  }

  private func names() throws -> [String: String?] {
    let officer = try fixture.signIn("hanako")
    defer { officer.close() }
    var names: [String: String?] = [:]
    try officer.vault.forEachPerson { (person) throws(CustodyError) in
      names.updateValue(
        try officer.profileIfHeld(of: person)?.name, forKey: person.record.code.text)
    }
    return names
  }

  @Test(
    "a name that was changed since is told to be lost, fails nothing, and can be collected again")
  func told() throws {
    try importing(Self.rows("見本　一", "試験　二"))
    #expect(try names() == ["E1": "見本　一", "E1-1": "試験　二"])
    let summary = try fixture.restoreBackup()
    #expect(summary.namesLost.map(\.text) == ["E1"] && summary.purged.isEmpty)
    #expect(try names() == ["E1": nil, "E1-1": "試験　二"])
    let entry = try #require(
      try fixture.open().entries().last { $0.content.action == "restore-loss" })
    #expect(entry.content.person == "E1" && entry.content.detail["profile"] == .bool(true))
    let officer = try fixture.signIn("hanako")
    let person = try #require(try officer.vault.person(try PersonCode("E1")))
    let result = try ExitStatus { _ = try officer.profile(of: person) }
    #expect(result.status == 66 && result.description.contains("lost by a restore"), "\(result)")
    officer.close()
    let examination = try VaultExamination(try fixture.open())
    #expect(examination.namesLost == 1 && examination.problems.isEmpty)
    // The number reads as before, and a further restore finds nothing new.
    let reader = try fixture.signIn("keiko")
    #expect(try reader.digits("E1").count == 12)
    reader.close()
    try importing(Self.rows("見本　一", "試験　二"))
    #expect(try names() == ["E1": "見本　一", "E1-1": "試験　二"])
    #expect(try fixture.open().person(try PersonCode("E1"))?.record.isProfileLost == false)
    #expect(try VaultExamination(try fixture.open()).problems.isEmpty)
  }

  @Test("a wrap that is marked erased by hand afterwards is tampering again")
  func planted() throws {
    try importing(Self.rows("見本　一", "試験　二"))
    try fixture.restoreBackup()
    try importing(Self.rows("見本　一", "試験　二"))
    try fixture.sql("UPDATE k.wraps SET erased = 1 WHERE object = 2")
    #expect(try ExitStatus { _ = try names() }.status == 76)
  }

  @Test("a child whose name is lost is not taken for another child")
  func relative() throws {
    try importing(Self.rows("試験　一", "見本　二"))
    #expect(try fixture.restoreBackup().namesLost.map(\.text) == ["E1-1"])
    let unnamed = try ExitStatus { try importing(Self.rows("試験　一", "見本　二", place: "")) }
    #expect(unnamed.status == 65 && unnamed.description.contains("number of each member"))
    try importing(Self.rows("試験　一", "見本　二"))
    #expect(try names() == ["E1": "試験　一", "E1-1": "見本　二"])
    try importing(Self.rows("試験　一", "見本　二", place: ""))
    #expect(try fixture.open().peopleCount == 2)
  }

  @Test("particulars of a verification that were recorded anew are told to be lost")
  func evidence() throws {
    let later = Self.rows("試験　一", "試験　二").replacing("2026-04-01", with: "2026-05-01")
    #expect(try importing(later).verified.count == 1)
    let summary = try fixture.restoreBackup()
    #expect(summary.evidenceLost.map(\.text) == ["E1"] && summary.namesLost.isEmpty)
    #expect(try !holdsEvidence())
    try importing(later)
    #expect(try holdsEvidence())
  }

  private func holdsEvidence() throws -> Bool {
    let officer = try fixture.signIn("hanako")
    defer { officer.close() }
    let person = try #require(try officer.vault.person(try PersonCode("E1")))
    if case .opened = try officer.evidence(of: person) { return true }
    return false
  }
}
