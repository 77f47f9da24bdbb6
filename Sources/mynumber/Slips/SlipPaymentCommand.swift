import ArgumentParser
import MyNumberKit

/// `slip payment`: records of fees paid.
struct SlipPaymentCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "payment",
      Message("Write payment records of fees (309).", "報酬、料金、契約金及び賞金の支払調書（309）を書き出す。"),
      Message(
        """
        The file has a row for each kind paid to a payee, a payee's rows together: 支払先コード, \
        支払区分 (fees or fees-of-agents of the policy, or its Japanese name), 区分, 細目, 支払金額, \
        未払金額, 源泉徴収税額, 未徴収税額, 摘要; for a corporation its 法人番号, name and address, and no \
        person of the vault. Where a year's payments of a kind stay at or below the limit no record \
        is filed and the payee's number is not opened (番号法14条1項). Every other number passes the \
        gate for payment-records.
        """,
        """
        ファイルには支払先の支払区分ごとに一行、同じ支払先の行を続けて、支払先コード、支払区分（規程の fees、fees-of-agents \
        またはその日本語名）、区分、細目、支払金額、未払金額、源泉徴収税額、未徴収税額、摘要を書く。法人には法人番号、名称、住所を\
        書き、保管庫の人とは対応させない。区分の年間の支払が提出範囲以下なら支払調書を作らず、番号も開かない（番号法14条1項）。\
        そのほかの番号は payment-records としてゲートを通る。
        """),
      example: """
        mynumber slip payment --year 2026 --file fees.csv --out slips \\
          --vault acme.vault --as 田中
        """)
  }

  @OptionGroup var records: RecordOptions

  func run(in context: CommandContext) throws { try records.export(.payment, in: context) }
}
