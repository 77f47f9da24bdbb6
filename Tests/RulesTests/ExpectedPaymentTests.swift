import Rules
import Testing

@Suite("What is expected to be paid to a payee")
struct ExpectedPaymentTests {
  @Test(
    "An amount, a bound or a range is read",
    arguments: [
      ("60000", 60000, 60000), ("60,000円", 60000, 60000), ("¥50000", 50000, 50000),
      ("50000以下", nil, 50000), ("100000円以上", 100_000, nil), ("40000〜80000", 40000, 80000),
      ("0", 0, 0), ("40,000円～80,000円", 40000, 80000),
    ] as [(String, Int?, Int?)])
  func sound(text: String, atLeast: Int?, atMost: Int?) throws {
    let payment = try #require(ExpectedPayment(parsing: text))
    #expect(payment.atLeast == atLeast && payment.atMost == atMost)
  }

  @Test(
    "Anything else is refused",
    arguments: [
      "", "円", "-5", "5万", "80000〜40000", "1〜2〜3", "〜5", "5〜", "以下", "未満5", "5.5", "６００００",
      "123456789012", "5以下以上",
    ])
  func faulty(text: String) { #expect(ExpectedPayment(parsing: text) == nil) }
}
