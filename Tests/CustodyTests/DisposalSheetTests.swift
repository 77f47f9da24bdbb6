import MyNumberKit
import TestSupport
import Testing

@Suite("A certificate of disposal on paper")
struct DisposalSheetTests {
  private static let day = CalendarDate(year: 2026, month: 11, day: 22) ?? .first

  @Test("says who destroyed what, by which article, and neither a number nor a person's name")
  func pdf() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("admin")
    defer { session.close() }
    let bytes = try #require(try Purge(session).run(asOf: Self.day, acceptPresumed: false)).bytes
    let verdict = try CertificateVerification(trusting: session.vault.id).verify(bytes)
    let sheet = DisposalSheet(of: verdict, names: .japanese(session.vault.policy))
    let pdf = try sheet.pdf()
    #expect(try sheet.pdf() == pdf)
    let text = try Poppler.text(pdf).filter { !$0.isWhitespace }
    for expected in [
      "廃棄証明書", "サンプル食品（株）", "0801", "源泉徴収票・給与支払報告書作成事務", "所得税法施行規則76条の3",
      "admin（u0）", "番号法20条", "2026-11-22", "残っていない", "氏名・住所の鍵",
    ] {
      #expect(text.contains(expected), "\(expected)")
    }
    for secret in ["890634246695", "細谷", "久乃", "1978"] {
      #expect(!text.contains(secret), "\(secret)")
    }
  }
}
