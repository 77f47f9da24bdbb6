import MyNumberKit

/// The schedule of retention in words.
extension Message {
  /// For how long a document is kept, and from when.
  static func period(_ rule: DocumentRule) -> Message {
    let years = rule.years
    switch rule.counts {
    case .taxYear: return tenthOfJanuary(years, "the last income year", "最後の年分の年")
    case .firstPayYear:
      return tenthOfJanuary(
        years, "the year of the day before the last income year's first payday",
        "最後の年分の最初の支給日の前日が属する年")
    case .ledgerYear:
      return tenthOfJanuary(
        years, "the last income year that leaned on it", "番号の記載のない最後の申告書の年分の年")
    case .receiptYear: return tenthOfJanuary(years, "the last year of receipt", "最後に受理した年")
    case .retirementYear: return tenthOfJanuary(years, "the year of payment", "支払った年")
    case .planLumpSumYear: return tenthOfJanuary(years, "the year of payment", "一時金を支払った年")
    case .changeNotice:
      return Message(
        "through 31 December of the year of receipt + \(years)", "受理した年の\(years)年後の12月31日まで")
    case .completion: return completion(years, presumed: rule.presumedMonths)
    }
  }

  private static func tenthOfJanuary(_ years: Int, _ from: String, _ start: String) -> Message {
    Message(
      "through 10 January of \(from) + \(years + 1)", "\(start)の\(years + 1)年後の1月10日まで")
  }

  private static func completion(_ years: Int, presumed months: Int?) -> Message {
    guard let months else {
      return Message("\(years) years from completion", "完結の日から\(years)年")
    }
    return Message(
      "\(years) years from completion; presumed at the end of month \(months) after the need ended",
      "完結の日から\(years)年（記録がなければ、必要がなくなった月の\(months)か月後の末日に完結したと推定）")
  }

  /// The days on which what starts a period falls.
  static func inForce(_ days: InForce) -> Message {
    let (from, until) = (days.from?.isoText ?? "", days.until?.isoText ?? "")
    return from.isEmpty && until.isEmpty
      ? Message("", "") : Message("\(from) – \(until)", "\(from)～\(until)")
  }

  // MARK: What the employer chose

  static let overdueAfter = Message("a purge is overdue", "廃棄が遅れとなる時")
  static let lastPayMonths = Message(
    "without a recorded last pay, how long after leaving it may come",
    "最終給与支払日の記録がないとき、退職後に給与があり得る期間")
  static let exportedFilesKept = Message("a file made to be filed may stand", "提出用に作成したファイルを置ける期間")

  static func period(_ rule: OverdueRule) -> Message {
    switch rule {
    case .disposalDay: Message("at once", "直ちに")
    case .fiscalYearEnd(let month, let day):
      Message(
        "after the fiscal year in which it fell due (ends on \(day)/\(month))",
        "廃棄時期の来た事業年度の末日（\(month)月\(day)日）の翌日")
    case .days(let count): Message("after \(count) days", "\(count)日後")
    }
  }

  static func months(_ count: Int) -> Message { Message("\(count) months", "\(count)か月") }

  static func days(_ count: Int) -> Message { Message("\(count) days", "\(count)日") }
}
