import MyNumberKit

@testable import Custody

/// A vault with people of every standing, for what is recorded of their verification.
struct VerifyingFixture {
  let vault: VaultFixture

  /// V1 verified, V1-1 whom the employee verifies, V1-2 a category 3 spouse, V2 of whom nothing is
  /// said, V3 of whom nothing was kept, V4 without a number, V5 with a number proved alone.
  static let people = """
    社員番号,区分,続柄,氏名,生年月日,税扶養,健保扶養,第3号,個人番号,番号確認書類,身元確認書類,確認方法,確認日
    V1,,,試験　一,1980-04-01,,,,654170921305,個人番号カード,個人番号カード,対面,2020-04-01
    V1,,子,試験　小,2005-05-05,○,○,,905310848070,,,,
    V1,,配偶者,試験　花,1982-05-05,,,○,487861614707,,,,
    V2,,,試験　二,1990-06-06,,,,066096536136,,,,
    V3,,,試験　三,1970-06-06,,,,858319664372,,,記録なし,2016-01-20
    V4,,,試験　四,1990-07-07,,,,,,,,
    V5,,,試験　五,1990-08-08,,,,123456789018,住民票の写し,,対面,2026-11-01

    """

  init() throws {
    vault = try VaultFixture()
    let session = try vault.signIn("hanako")
    try session.importFile(try vault.folder.write(Self.people, as: "people.csv"))
    session.close()
  }

  static func day(_ text: String) -> CalendarDate { CalendarDate(parsing: text) ?? .first }

  /// The resident record and a driving licence, shown face to face.
  static func papers(
    on date: String = "2026-11-20", expires: String = "2029-05-14"
  ) -> IdentityCase {
    IdentityCase(
      date: CalendarDate(parsing: date) ?? .first, channel: .inPerson, kind: .employee,
      documents: [
        ShownDocument("住民票の写し"),
        ShownDocument("運転免許証", expiresOn: CalendarDate(parsing: expires)),
      ], holding: [.particularsAgree])
  }

  static func statement(_ code: String, _ identity: IdentityCase = papers()) throws
    -> IdentityStatement
  { IdentityStatement(code: try PersonCode(code), identity: identity) }
}

extension Session {
  func verification(_ code: String) throws -> Verification? {
    try vault.person(try PersonCode(code))?.record.verification
  }

  /// The entries of an action, newest last.
  func entries(_ action: String) throws -> [EntryContent] {
    try vault.entries().map(\.content).filter { $0.action == action }
  }

  /// Why the gate would refuse the number for the health and pension insurance.
  func insuranceRefusal(_ code: String) throws -> Refusal? {
    try Gate(self).foresee([
      NumberQuery(
        code: try PersonCode(code), purpose: PurposeID("health-pension"),
        form: FormCopyID("health-pension-acquisition"), reason: "届出")
    ]).first ?? nil
  }
}
