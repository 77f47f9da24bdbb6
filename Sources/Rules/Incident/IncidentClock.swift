public import People

/// Until when something is to be done, and how that day was counted.
public struct IncidentClock: Hashable, Sendable {
  /// What is to be done.
  public enum Kind: String, Hashable, Sendable {
    /// The contractor tells the employer (規則4条).
    case tellEmployer = "tell-employer"
    /// The first report (速報, 規則3条1項).
    case firstReport = "first-report"
    /// The final report (確報, 規則3条2項).
    case finalReport = "final-report"
  }

  public let kind: Kind
  /// Day one: the day of knowing is counted (初日算入).
  public let dayOne: CalendarDate
  /// How many days it has.
  public let days: Int
  /// Whether the days are a guide (目安) for 速やかに, and no term of the rule.
  public let isGuide: Bool
  /// Why these days.
  public let reason: IncidentReason

  /// The first day of a guide: about 3 to 5 days.
  public var from: CalendarDate? {
    isGuide ? IncidentLaw.day(IncidentLaw.firstReport.lowerBound, from: dayOne) : nil
  }

  /// The last day as counted.
  public var counted: CalendarDate { IncidentLaw.day(days, from: dayOne) }

  /// The last day on which it is in time: a term that ends on a Saturday, Sunday, holiday or from 29
  /// December to 3 January ends on the next day that is open; a guide does not move.
  public var due: CalendarDate {
    isGuide ? counted : JapaneseCalendar.nextOpenDay(onOrAfter: counted)
  }

  /// Whether the last day was moved.
  public var isMoved: Bool { due != counted }
}

extension IncidentClock {
  static func tellEmployer(_ dayOne: CalendarDate) -> IncidentClock {
    IncidentClock(
      kind: .tellEmployer, dayOne: dayOne, days: IncidentLaw.firstReport.upperBound, isGuide: true,
      reason: IncidentReason(
        "tell-employer", "委託先は速やかに（概ね3〜5日以内）委託元に通知すれば、報告と本人への通知を要しない",
        "a contractor that tells the employer promptly (about 3 to 5 days) need neither report nor notify",
        IncidentLaw.report + "ただし書", IncidentLaw.rule + "4条", IncidentLaw.guideline + "F"))
  }

  static func firstReport(_ dayOne: CalendarDate) -> IncidentClock {
    IncidentClock(
      kind: .firstReport, dayOne: dayOne, days: IncidentLaw.firstReport.upperBound, isGuide: true,
      reason: IncidentReason(
        "promptly", "速やかに。知った日から概ね3〜5日以内（目安。数え方の定めはなく、知った日を1日目とし、休日でも延ばさずに数えた）",
        "promptly: about 3 to 5 days, a guide without a rule of counting; here the day of knowing is day "
          + "one, and closed days do not move it",
        IncidentLaw.rule + "3条1項", IncidentLaw.guideline + "D"))
  }

  static func finalReport(_ dayOne: CalendarDate, isWrongful: Bool) -> IncidentClock {
    IncidentClock(
      kind: .finalReport, dayOne: dayOne,
      days: isWrongful ? IncidentLaw.finalReportOfItemTwo : IncidentLaw.finalReport, isGuide: false,
      reason: isWrongful ? sixty : thirty)
  }

  private static let thirty = IncidentReason(
    "thirty-days", "知った日を1日目として30日以内。休日や12月29日〜1月3日に当たれば次の開庁日まで",
    "30 days, the day of knowing is day one; past closed days to the next open one",
    IncidentLaw.rule + "3条2項", IncidentLaw.guideline + "E", IncidentLaw.holidays)

  private static let sixty = IncidentReason(
    "sixty-days", "規則2条2号に当たるので、知った日を1日目として60日以内。休日や12月29日〜1月3日に当たれば次の開庁日まで",
    "60 days, for item 2 applies; the day of knowing is day one; past closed days to the next open one",
    IncidentLaw.rule + "3条2項", IncidentLaw.guideline + "E", IncidentLaw.holidays)
}
