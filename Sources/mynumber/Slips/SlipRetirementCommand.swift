import ArgumentParser
import MyNumberKit

/// `slip retirement`: slips of retirement pay.
struct SlipRetirementCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "retirement",
      Message("Write slips of retirement income (316).", "退職所得の源泉徴収票（316）を書き出す。"),
      Message(
        """
        The file has a row for each person paid: 社員番号, 支払年月日, 役員 (○), 就職年月日, 退職年月日 and \
        the item names of record 316, such as 法201条第1項第1号適用分－支払金額 (#15 names one by its \
        number). What is paid from 2026 on is filed for everybody, before for officers alone. Each \
        number passes the gate for retirement-income, which must have been declared; what is written \
        is registered, and the payment is an event from which retention is counted. No file is made \
        for municipalities: no layout of it is known. --copy recipient makes each person's own copy \
        (受給者交付用) as PDF, on which no number stands, so that no purpose key is needed.
        """,
        """
        ファイルには支払を受けた人ごとに一行、社員番号、支払年月日、役員（○）、就職年月日、退職年月日と、記録316の項目名\
        （法201条第1項第1号適用分－支払金額など。#15 のように番号でもよい）を書く。2026年以後の支払は全員、その前は役員だけを\
        提出する。番号は一つずつ、通知済みの retirement-income としてゲートを通る。書き出したものは出力記録に残り、支払は\
        保存期間の起算となる出来事として記録する。市区町村への特別徴収票は記録様式が知られていないので作らない。\
        --copy recipient は一人ずつの受給者交付用を PDF で作る。番号を記載しないので目的の鍵は要らない。
        """),
      example: """
        mynumber slip retirement --year 2026 --file retired.csv --out slips \\
          --vault acme.vault --as 田中
        """)
  }

  @Option(
    help: .both(
      "tax-office, or recipient for people's own copies as PDF.",
      "tax-office、または recipient（受給者交付用の PDF）。", valueName: "copy"))
  var copy: RetirementCopyArgument = .taxOffice

  @Flag(help: .both("With --copy recipient: mark the copies 再交付.", "--copy recipient で再交付と記載する。"))
  var reissue = false

  @OptionGroup var records: RecordOptions

  func run(in context: CommandContext) throws {
    switch copy {
    case .taxOffice: try records.export(.retirement, in: context)
    case .recipient: try records.draw(isReissue: reissue, in: context)
    }
  }

  func validate() throws {
    guard copy == .recipient else {
      if reissue { throw ValidationError(.onlyForRecipient("--reissue")) }
      return
    }
    if let option = records.filing.givenForNumbers.first {
      throw ValidationError(.notForRecipient(option))
    }
  }
}
