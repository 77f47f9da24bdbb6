import People
import Reports
import Rules
import TestSupport
import Testing

@Suite("The notice of the purposes of use")
struct PurposeNoticeTests {
  private static let sender = NoticeSender(
    name: "サンプル食品（株）", address: "東京都千代田区丸の内１－１－１", telephone: "03-0000-0000",
    contact: "総務部 個人番号係")

  private func general(
    _ kind: PersonKind, on date: String = "2026-11-23", purposes: [PurposeID]? = nil
  ) throws -> PurposeNotice? {
    PurposeNotice(
      to: kind, from: Self.sender, on: day(date), purposes: purposes,
      policy: try TestPolicy.policy())
  }

  private func html(_ notice: PurposeNotice) -> String {
    String(decoding: notice.html(), as: UTF8.self)
  }

  @Test("an employee is told of each purpose with its articles and recipients")
  func employee() throws {
    let page = html(try #require(try general(.employee)))
    for text in [
      "令和8年11月23日", "従業員各位", "サンプル食品（株）", "電話 03-0000-0000", "総務部 個人番号係",
      "源泉徴収票・給与支払報告書作成事務", "健康保険・厚生年金保険届出事務", "雇用保険届出事務", "所得税法226条1項",
      "健康保険法48条", "税務署：", "市区町村：", "公共職業安定所：", "個人番号カード", "番号法20条", "、30条2項",
      "個人番号通知書", "運転免許証", "21条に基づき",
    ] {
      #expect(page.contains(text), "\(text)")
    }
    #expect(!page.contains("退職所得"), "not in the bundle")
    #expect(!page.contains("雇用保険被保険者資格喪失届（本人"), "no copy that bears nobody's number")
  }

  @Test("an officer is not told of employment insurance, and a payee only of payment records")
  func kinds() throws {
    #expect(!html(try #require(try general(.officer))).contains("雇用保険届出事務"))
    let payee = html(try #require(try general(.payee)))
    #expect(payee.contains("支払調書作成事務") && !payee.contains("源泉徴収票・給与支払報告書作成事務"))
  }

  @Test("family is told who verifies whom, and whom each purpose is about")
  func family() throws {
    let page = html(try #require(try general(.family)))
    #expect(page.contains("16歳未満の扶養親族") && page.contains("健康保険の被扶養者"))
    #expect(page.contains("従業員ご本人に行っていただきます") && page.contains("委任状"))
    var record = try TestPeople.person("0012-1", pin: 3, kind: .family).record
    record.relationship = .child
    record.standing.healthDependent = true
    let child = try #require(
      PurposeNotice(
        to: record, name: "見本　太郎", from: Self.sender, on: day("2026-11-23"),
        policy: try TestPolicy.policy()))
    let text = html(child)
    #expect(text.contains("見本　太郎 様（コード 0012-1）") && text.contains(NoticeMark.addressee))
    #expect(!text.contains("個人番号カード（いずれか") && !text.contains("委任状"))
  }

  @Test("who stands on no form is told of nothing")
  func nobody() throws {
    let record = try TestPeople.person("0012-1", pin: 3, kind: .family).record
    let policy = try TestPolicy.policy()
    #expect(
      PurposeNotice(
        to: record, name: nil, from: Self.sender, on: day("2026-11-23"), policy: policy) == nil)
    #expect(try general(.payee, purposes: [PurposeID("employment-insurance")]) == nil)
    #expect(try general(.officer, purposes: [PurposeID("retirement-income")]) != nil)
  }

  @Test("the papers are those of the day of the notice")
  func dated() throws {
    let before = html(try #require(try general(.employee, on: "2025-03-01")))
    let after = html(try #require(try general(.employee, on: "2026-11-23")))
    #expect(!before.contains("マイナ免許証") && after.contains("マイナ免許証"))
    #expect(!before.contains("特定在留カード") && after.contains("特定在留カード"))
  }

  @Test("what stands in names is text in the page, not markup, and nothing is fetched")
  func escaping() throws {
    let sender = NoticeSender(
      name: "<script>&\"", address: "a", telephone: "b", contact: "<img src=x>")
    let notice = try #require(
      PurposeNotice(
        to: .employee, from: sender, on: day("2026-11-23"), policy: try TestPolicy.policy()))
    let page = html(notice)
    #expect(page.contains("&lt;script&gt;&amp;&quot;"))
    for text in ["<script", "<img", "http:", "https:", "url(", "src=", "<link", "@import"] {
      #expect(!page.replacing("&lt;img src=x&gt;", with: "").contains(text), "\(text)")
    }
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"ja\">"))
    #expect(!html(try #require(try general(.employee))).contains(NoticeMark.addressee))
  }

  @Test("the PDF's text can be selected, and its fonts are in it", arguments: PersonKind.allCases)
  func pdf(kind: PersonKind) throws {
    let notice = try #require(try general(kind))
    let pdf = try notice.pdf()
    #expect(try notice.pdf() == pdf, "the same every time")
    let text = try Poppler.text(pdf).filter { !$0.isWhitespace }
    for part in ["個人番号の利用目的通知書", "サンプル食品（株）", "番号法20条", "令和8年11月23日", "03-0000-0000"] {
      #expect(text.contains(part), "\(part)")
    }
    let fonts = try Poppler.fonts(pdf)
    #expect(!fonts.isEmpty && fonts.allSatisfy { $0.isEmbedded && $0.isSubset && $0.hasUnicode })
    #expect(try Poppler.isSound(pdf))
    #expect(try Poppler.info(pdf)["Title"] == "個人番号の利用目的通知書")
    #expect(try Poppler.info(pdf)["Page size"]?.contains("A4") == true)
  }

  @Test("a character that no font has is refused by its code, without the name")
  func missingGlyph() throws {
    let record = try TestPeople.person("0012", pin: 3).record
    let notice = try #require(
      PurposeNotice(
        to: record, name: "見本😀", from: Self.sender, on: day("2026-11-23"),
        policy: try TestPolicy.policy()))
    let error = #expect(throws: ReportsError.self) { try notice.pdf() }
    #expect(error.map { "\($0)" }?.contains("U+1F600") == true)
    #expect(error.map { "\($0)" }?.contains("見本") == false)
  }
}
