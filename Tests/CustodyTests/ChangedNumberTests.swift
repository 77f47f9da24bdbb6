import MyNumberKit
import Testing

@testable import Custody

@Suite("A number that changed is verified anew")
struct ChangedNumberTests {
  let fixture: VerifyingFixture

  init() throws { fixture = try VerifyingFixture() }

  private static let head = "社員番号,氏名,生年月日,個人番号,番号確認書類,身元確認書類,確認方法,確認日\n"

  /// Puts another number in the place of somebody's.
  private func change(
    _ session: Session, _ code: String, evidence: String = ",,,"
  ) throws -> ImportSummary {
    var options = ImportOptions()
    options.replacement = .change(on: VerifyingFixture.day("2026-11-01"), reason: "漏えいのおそれ")
    let path = try fixture.vault.folder.write(
      Self.head + "\(code),試験,1980-04-01,214307696819,\(evidence)\n", as: "changed.csv")
    return try session.importFile(path, options)
  }

  private func reading(_ session: Session, _ code: String, version: Int) throws -> Refusal? {
    try Gate(session).foresee([
      NumberQuery(
        code: try PersonCode(code), purpose: PurposeID("health-pension"),
        form: FormCopyID("health-pension-acquisition"), reason: "届出", version: version)
    ]).first ?? nil
  }

  @Test("does not take over the verification of the old one")
  func notInherited() throws {
    let session = try fixture.vault.signIn("hanako")
    #expect(try session.insuranceRefusal("V1") == nil)
    let summary = try change(session, "V1")
    #expect(summary.replaced == 1 && summary.unverified.keys.sorted() == ["V1"])
    #expect(try session.verification("V1") == Verification.none)
    #expect(try session.insuranceRefusal("V1")?.rule == "not-verified")
  }

  @Test("is verified by what is shown after the change, not before it")
  func later() throws {
    let session = try fixture.vault.signIn("hanako")
    _ = try change(session, "V1")
    let early = VerifyingFixture.papers(on: "2026-10-31")
    let refused = try VerificationRecording(session).record([
      try VerifyingFixture.statement("V1", early)
    ])
    #expect(refused[0].answer.missing.map(\.shortfall) == [.beforeNumberChanged])
    #expect(!refused[0].isRecorded)
    let late = try VerificationRecording(session).record([try VerifyingFixture.statement("V1")])
    #expect(late[0].isRecorded)
    #expect(try session.insuranceRefusal("V1") == nil)
  }

  @Test("by an import with a verification of before the change is a mistake of the row")
  func importedEarly() throws {
    let session = try fixture.vault.signIn("hanako")
    let error = #expect(throws: CustodyError.self) {
      try change(session, "V1", evidence: "個人番号カード,個人番号カード,対面,2026-10-31")
    }
    guard case .badInput(let mistakes)? = error?.code else {
      Issue.record("not refused as bad input")
      return
    }
    #expect(mistakes.map(\.field) == ["確認日"] && mistakes.first?.column == 8)
    let summary = try change(session, "V1", evidence: "個人番号カード,個人番号カード,対面,2026-11-01")
    #expect(summary.unverified.isEmpty)
    #expect(try session.insuranceRefusal("V1") == nil)
  }

  @Test("makes an old number that was never verified no more usable than it was")
  func oldOne() throws {
    let session = try fixture.vault.signIn("hanako")
    _ = try change(session, "V2", evidence: "個人番号カード,個人番号カード,対面,2026-11-20")
    #expect(try session.insuranceRefusal("V2") == nil)
    #expect(try reading(session, "V2", version: 1) == .noVersion(1))
  }

  @Test("leaves an old number that was verified to its documents")
  func verifiedOne() throws {
    let session = try fixture.vault.signIn("hanako")
    _ = try change(session, "V1", evidence: "個人番号カード,個人番号カード,対面,2026-11-20")
    #expect(try reading(session, "V1", version: 1) == nil)
  }
}
