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

  static func notForPeople(_ command: String) -> Message {
    Message(
      "\(command) is started by slip export --paper", "\(command) は slip export --paper が起動します")
  }

  static let paperNeeds = Message(
    "--paper goes with --copy municipality alone, without --number-width and --substitute",
    "--paper は --copy municipality だけと使い、--number-width と --substitute は使えません")

  static let protectNeeds = Message(
    "--protect goes with --one-per-person and --passphrases FILE",
    "--protect には --one-per-person と --passphrases ファイル が要ります")

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

  static func dueToLeaver(_ code: String, by day: CalendarDate) -> Message {
    Message(
      "due to \(code), who left, by \(day) (所得税法226条1項)",
      "\(code) は退職者のため、\(day) までに交付（所得税法226条1項）")
  }

  static func dueToHeirs(_ code: String, by day: CalendarDate) -> Message {
    Message(
      "due to the heirs of \(code) by \(day) (所得税法226条1項)",
      "\(code) は死亡退職のため、\(day) までに相続人へ交付（所得税法226条1項）")
  }

  static func layoutUnverified(_ year: Int) -> Message {
    Message(
      "the layout of \(year) is not verified; it is based on the last one known",
      "\(year)年分の記録様式は未確認で、直近の様式によります")
  }

  static func openQuestion(_ question: FilingQuestion) -> Message {
    Message("open question: \(question.en)", "未解決: \(question.ja)")
  }

  static func openQuestion(_ question: OpenQuestion) -> Message {
    Message("open question: \(question.en)", "未解決: \(question.ja)")
  }

  static let negativeSheets = Message(
    "--sheets-filed is a count of sheets", "--sheets-filed は枚数です")

  static func copyPlanned(_ copy: CopyPlan) -> Message {
    let articles = copy.citations.map(\.description).joined(separator: ", ")
    let (form, day) = (copy.form.rawValue, copy.due?.isoText ?? "")
    let counted = copy.countedBy.map { Message("; \($0) counts as it", "。\($0) の提出で足りる") }
    let leaver =
      copy.isDueAMonthAfterLeaving
      ? Message("; a leaver’s within a month of leaving", "（退職者は退職後1か月）") : Message("", "")
    return switch copy.extent {
    case .all:
      Message(
        "\(form): by \(day)\(leaver.english) (\(articles))",
        "\(form): 期限 \(day)\(leaver.japanese)（\(articles)）")
    case .earlyLeavers:
      Message(
        "\(form): for those alone who left so early that it is due under the old rule"
          + "\(counted?.english ?? "") (\(articles))",
        "\(form): 旧規定の期限による年の途中の退職者だけ\(counted?.japanese ?? "")（\(articles)）")
    case .nobody:
      Message(
        "\(form): not made\(counted?.english ?? "") (\(articles))",
        "\(form): 作成しない\(counted?.japanese ?? "")（\(articles)）")
    }
  }

  /// Nil for a copy that is not filed.
  static func wayOfFiling(_ copy: CopyPlan, _ way: ElectronicFiling) -> Message? {
    guard let (rule, year) = way.counting else { return nil }
    let (form, counted, sheets) = (copy.form.rawValue, rule.counted.rawValue, rule.sheets)
    let articles = rule.citations.map(\.description).joined(separator: ", ")
    return switch way {
    case .notFiled: nil
    case .required:
      Message(
        "\(form): electronically or on disc: \(sheets) or more \(counted) in \(year) (\(articles))",
        "\(form): 電子または光ディスクで提出: \(year)年の \(counted) が\(sheets)枚以上（\(articles)）")
    case .free:
      Message(
        "\(form): paper is allowed: fewer than \(sheets) \(counted) in \(year) (\(articles))",
        "\(form): 書面でも提出できる: \(year)年の \(counted) が\(sheets)枚未満（\(articles)）")
    case .open:
      Message(
        "\(form): electronically or on disc if \(sheets) or more \(counted) had to be filed in "
          + "\(year): count them and give --sheets-filed (\(articles))",
        "\(form): \(year)年に提出すべき \(counted) が\(sheets)枚以上なら電子または光ディスク。枚数を数えて --sheets-filed で"
          + "指定してください（\(articles)）")
    }
  }

  static func numberWidth(_ width: Int) -> Message {
    Message("a number is written with \(width) digits", "番号は\(width)桁で記録します")
  }
}
