import MyNumberKit

extension Message {
  static let noEmployerHint = Message(
    "set it with `mynumber employer set FILE.yaml`",
    "`mynumber employer set FILE.yaml` で登録してください")
  static let filesWritten = Message(
    "written with mode 0600 and registered; hand them over and dispose of them",
    "権限 0600 で書き出し、出力記録に残しました。提出後は廃棄してください")
  static let copiesExported = Message(
    "written with mode 0600 and registered; no number stands on them",
    "権限 0600 で書き出し、出力記録に残しました。番号は記載していません")

  static func drawing(copies: Int) -> Message {
    Message("drawing \(copies)", "作成中 \(copies)件")
  }

  static func onlyForRecipient(_ option: String) -> Message {
    Message("\(option) is for --copy recipient alone", "\(option) は --copy recipient だけに使えます")
  }

  static func notForRecipient(_ option: String) -> Message {
    Message("\(option) is not for --copy recipient", "\(option) は --copy recipient に使えません")
  }

  static let leaveBlankHint = Message(
    "nothing was written; ask for the numbers, or go on with --leave-blank REASON,…",
    "何も書き出していません。番号の提供を求めるか、--leave-blank 理由,… で続けてください")
  static let notAskedStays = Message(
    "not-asked cannot be left blank: ask for the number first",
    "not-asked は空欄にできません。先に番号の提供を求めてください")

  static let noTaxOfficeCopy = Message(
    "no tax-office copy is made of a unified CSV: eLTAX passes on the rows with 作成区分 2; for others "
      + "make it from a file with headers",
    "統一CSVからは税務署提出用を作りません。作成区分2の行は eLTAX から税務署に送られます。そのほかは見出しつきのファイルから"
      + "作成してください")

  static func notInPayroll(_ code: PersonCode) -> Message {
    Message("not in the payroll file: \(code.text)", "給与データにいません: \(code.text)")
  }

  static func withoutNumber(_ code: String, _ reason: NoNumberReason) -> Message {
    Message(
      "no usable number: \(code) (\(reason.english))",
      "使える番号がありません: \(code)（\(reason.japanese)）")
  }

  static func leftOut(_ code: String, _ article: String, _ yen: Int) -> Message {
    Message(
      "not filed: \(code), paid no more than \(yen) yen (\(article))",
      "提出不要: \(code)（\(yen)円以下、\(article)）")
  }

  static func changed(_ code: String, _ field: String, from: String, to: String) -> Message {
    Message(
      "written otherwise: \(code) \(field): \(from) → \(to)",
      "表記の変更: \(code) \(field): \(from) → \(to)")
  }

  static func nameDiffers(_ code: String, line: Int) -> Message {
    Message(
      "line \(line): the name differs from the vault's, the birth date agrees: \(code)",
      "\(line)行: 氏名が保管庫と異なります（生年月日は一致）: \(code)")
  }

  static func layoutUnverified(_ year: Int) -> Message {
    Message(
      "the layout of \(year) is not verified; it is based on the last one known",
      "\(year)年分の記録様式は未確認で、直近の様式によります")
  }

  static func openQuestion(_ question: FilingQuestion) -> Message {
    Message("open question: \(question.en)", "未解決: \(question.ja)")
  }

  static func numberWidth(_ width: Int) -> Message {
    Message("a number is written with \(width) digits", "番号は\(width)桁で記録します")
  }
}
