import MyNumberKit
import Testing

@Suite("What key possession alone promises")
struct KeyPossessionTests {
  /// People with different sets of declared purposes, and their numbers.
  static let file = """
    社員番号,区分,続柄,氏名,個人番号,番号確認書類,身元確認書類,確認方法,確認日,利用目的
    K1,従業員,本人,試験　一,858319664372,個人番号カード,個人番号カード,対面,2026-04-01,
    K2,従業員,本人,試験　二,487861614707,個人番号カード,個人番号カード,対面,2026-04-01,tax-withholding
    K3,従業員,本人,試験　三,916441504700,個人番号カード,個人番号カード,対面,2026-04-01,health-pension
    K4,従業員,本人,試験　四,161980976185,個人番号カード,個人番号カード,対面,2026-04-01,employment-insurance;retirement-income
    K5,従業員,本人,試験　五,736516651730,個人番号カード,個人番号カード,対面,2026-04-01,property-accumulation
    K6,支払先,,試験　六,698386041790,個人番号カード,個人番号カード,対面,2026-04-01,

    """
  static let numbers = [
    "K1": "858319664372", "K2": "487861614707", "K3": "916441504700", "K4": "161980976185",
    "K5": "736516651730", "K6": "698386041790",
  ]

  @Test("with every check granted, only a declared purpose whose key is held opens a number")
  func everyPurpose() throws {
    let fixture = try VaultFixture()
    let collector = try fixture.signIn("hanako")
    try collector.importFile(try fixture.folder.write(Self.file, as: "people.csv"))
    collector.close()
    var opened = 0
    for user in ["admin", "hanako", "keiko", "audrey"] {
      let session = try fixture.signIn(
        user, VaultFixture.environment(decider: PermissiveDecider()))
      for code in Self.numbers.keys.sorted() { opened += try check(session, code) }
      session.close()
    }
    // K1: HR 2, accountant 2; K2: 1; K3: 1; K4: 1 and 1; K5: 1; K6: 1.
    #expect(opened == 10)
  }

  /// Tries every purpose and holds the outcome against declaration and key.
  private func check(_ session: Session, _ code: String) throws -> Int {
    let person = try #require(try session.vault.person(try PersonCode(code)))
    let expected = Array(try #require(Self.numbers[code]).utf8)
    var opened = 0
    for purpose in session.vault.policy.purposes.map(\.id) {
      let form = try #require(
        session.vault.policy.forms.first { $0.purposes.contains(purpose) }?.id.rawValue)
      let isHeld = session.heldKeys.contains(purpose.rawValue)
      let isDeclared = person.record.declares(purpose.rawValue)
      let before = session.vault.logSize
      let read = { try session.digits(code, form, purpose: purpose.rawValue) }
      if isHeld && isDeclared {
        #expect(try read() == expected, "\(session.account.name) \(code) \(purpose)")
        opened += 1
      } else {
        let error = #expect(throws: CustodyError.self) { _ = try read() }
        #expect(error?.exitStatus == 76)
        let last = try session.vault.entries(from: before).last?.content
        #expect(last?.outcome == .failed)
        #expect(last?.rule == (isHeld ? "missing" : "key-not-held"), "\(code) \(purpose)")
      }
    }
    return opened
  }

  @Test("the administrator and the auditor hold no key at all", arguments: ["admin", "audrey"])
  func nothingHeld(user: String) throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn(user)
    #expect(session.heldKeys.isEmpty)
  }

  @Test("no user holds the keys of both sides of the house")
  func disjointKeys() throws {
    let fixture = try VaultFixture()
    let (officer, accountant) = (try fixture.signIn("hanako"), try fixture.signIn("keiko"))
    #expect(Set(officer.heldKeys).intersection(accountant.heldKeys) == ["roster"])
  }
}
