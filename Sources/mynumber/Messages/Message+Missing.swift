import MyNumberKit

extension Message {
  static let noDayToAskAgain = Message(
    "no day to ask again is set (--ask-again)", "再び求める日の定めがありません（--ask-again）")

  static func requestKnown(_ code: String) -> Message {
    Message(
      "\(code): the very same request is recorded already; nothing was added",
      "\(code): 同じ依頼は記録済みです。追加していません")
  }

  static func missing(_ missing: MissingNumbers) -> Message {
    withoutNumbers(missing.lines.map { ($0.reason, $0.count) })
  }

  /// The counts of who stops a file.
  static func missing(_ reasons: [NoNumberReason]) -> Message {
    let counts = reasons.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    return withoutNumbers(
      counts.sorted { $0.key.rawValue < $1.key.rawValue }.map { ($0.key, $0.value) })
  }

  private static func withoutNumbers(
    _ counts: [(reason: NoNumberReason, count: Int)]
  ) -> Message {
    func list(_ word: (NoNumberReason) -> String) -> String {
      counts.map { "\(word($0.reason)) \($0.count)" }.joined(separator: ", ")
    }
    return Message(
      "without a usable number: \(list(\.english))", "使える番号のない人: \(list(\.japanese))")
  }

  static func toAsk(_ missing: MissingNumbers) -> Message {
    let shown = missing.toAsk.prefix(20).map(\.text).joined(separator: ", ")
    let rest = missing.toAsk.count - min(20, missing.toAsk.count)
    let (en, ja) = rest > 0 ? (" and \(rest) more", " ほか\(rest)人") : ("", "")
    return Message(
      "to be asked now: \(shown)\(en) (see 'mynumber refusal list --due')",
      "今番号を求めるべき人: \(shown)\(ja)（'mynumber refusal list --due'）")
  }

  static func toNotify(_ count: Int) -> Message {
    Message(
      "offices to tell or documents to correct: \(count) (see 'mynumber change list --open')",
      "届出・訂正が必要なもの: \(count)件（'mynumber change list --open'）")
  }

  static func ledgerOutdated(_ codes: [String]) -> Message {
    let shown = codes.prefix(20).joined(separator: ", ")
    let rest = codes.count - min(20, codes.count)
    let (en, ja) = rest > 0 ? (" and \(rest) more", " ほか\(rest)人") : ("", "")
    return Message(
      "name or address changed, the declaration ledger is outdated: \(shown)\(en)",
      "氏名・住所が変わり、申告書の帳簿と異なります: \(shown)\(ja)")
  }

  static func notToAsk(_ code: String, _ why: Phrase) -> Message {
    let why = Message.phrase(why)
    return Message("\(code): \(why.english)", "\(code): \(why.japanese)")
  }

  static func unclearPayee(_ code: String, _ doubt: PaymentDoubt) -> Message {
    switch doubt {
    case .kindNotSaid:
      return Message(
        "\(code): say in 支払区分 and 支払見込額 that a payment record will be filed (番号法14条1項)",
        "\(code): 支払調書の提出が見込まれるか、支払区分・支払見込額で示してください（番号法14条1項）")
    case .threshold(let threshold):
      let cites = threshold.citations.map(\.description).joined(separator: ", ")
      return Message(
        "\(code): look whether \(threshold.en) will pass \(threshold.atMostYen) yen a year (\(cites))",
        "\(code): \(threshold.ja)が年\(threshold.atMostYen)円を超える見込みか確かめてください（\(cites)）")
    }
  }

  static let doneAhead = Message("what was done does not lie ahead", "届け出た日に将来の日付は指定できません")

  static func offices(_ rules: NumberChangeRules) -> Message {
    let named = rules.offices.compactMap { id in rules.rules.first { $0.office == id } }
    return Message(
      "offices: " + named.map { "\($0.office) (\($0.en))" }.joined(separator: ", "),
      "届出先: " + named.map { "\($0.ja)（\($0.office)）" }.joined(separator: "、"))
  }

  /// An office that was told, or a document that was corrected.
  static func changeDone(_ task: NumberChangeTask, _ names: Names) -> Message {
    let year = task.year.map { (en: " \($0)", ja: " \($0)年分") } ?? (en: "", ja: "")
    let form = task.rule.form.rawValue
    return Message(
      "\(task.rule.en): \(names.english.name(of: form))\(year.en)",
      "\(task.rule.ja): \(names.japanese.name(of: form))\(year.ja)")
  }

  static func yearOutOfRange(_ years: ClosedRange<Int>) -> Message {
    Message(
      "--year is from \(years.lowerBound) to \(years.upperBound)",
      "--year は\(years.lowerBound)から\(years.upperBound)までです")
  }
}
