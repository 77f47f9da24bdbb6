import Filings
import Numbers
import TestSupport
import Testing

/// The two rows that osync.io publishes as an official-looking sample of the unified CSV of
/// income year 2024 (osync.io/posts/jp-nencho-eltax, static/docs/jp-nencho-eltax.unified.csv);
/// the payer and the addresses are those of public offices, the people invented there.
@Suite("The published sample of the unified CSV")
struct PublishedSampleTests {
  private let headed = """
    社員番号,年末調整,税額表区分,支払を受ける者－住所又は居所,支払を受ける者－氏名,#15,支払金額,#19,#20,\
    源泉徴収税額,社会保険料等の金額,#38,#87,#89,#90,受給者の生年月日－元号,#45,#46,#47,フリガナ無視,\
    支払を受ける者のフリガナ,提出先市町村コード,作成区分
    1,済,甲,東京都中野区中野４丁目１１番１９号,沢庵　太郎,代表取締役社長,3600000,2440000,1017840,\
    72500,537840,,,,,1,60,04,10,,ﾀｸｱﾝ ﾀﾛｳ,130001,2
    2,済,甲,東京都調布市小島町２丁目３５番１号,梅干　花子,,3000000,2020000,1248060,\
    54700,466128,97300,40000,17300,40000,1,59,12,16,,ｳﾒﾎﾞｼ ﾊﾅｺ,132080,2

    """

  private func employer() throws -> FilingEmployer {
    FilingEmployer(
      payer: .corporation(try CorporateNumber("8000020130001")), filingName: "浅漬株式会社",
      address: "東京都新宿区西新宿２丁目８番１号", telephone: "03-5321-1111")
  }

  @Test("both rows come out of equal input")
  func rows() throws {
    let cast = Cast()
    try cast.add("1", "沢庵 太郎", born: "1985-04-10")
    try cast.add("2", "梅干 花子", born: "1984-12-16")
    let request = SlipRequest(incomeYear: 2024, copy: .municipality, numberWidth: 12)
    let plan = try Fixture.plan(
      Fixture.payroll(Array(headed.utf8)), request, cast, employer: employer())
    let output = plan.bytes { String(repeating: $0 == 0 ? "X" : "Y", count: 12) }
    let ours = try Fixture.fields(output)
    let published = try Fixture.fields(
      FileBytes.checkout("Tests/FilingsTests/Official/unified-2024-sample.csv"))
    #expect(ours.count == 2 && published.count == 2)
    for (one, other) in zip(ours, published) {
      #expect(one.count == 144 && other.count == 144)
      for (place, (left, right)) in zip(one, other).enumerated() where place != Self.number {
        #expect(left == right, "#\(place + 1)")
      }
      // Where the sample has placeholders we have what the gate gave.
      #expect(one[Self.number].count == 12 && other[Self.number].count == 12)
    }
  }

  /// 支払を受ける者の個人番号, counted from 0.
  private static let number = 94

  @Test("a number of 12 characters is for the unified CSV alone")
  func width() throws {
    let request = SlipRequest(incomeYear: 2024, copy: .taxOffice, numberWidth: 12)
    #expect(throws: FilingError.badNumberWidth) {
      _ = try Fixture.plan(
        Fixture.payroll(Array(headed.utf8)), request, Cast(), employer: employer())
    }
  }
}
