internal import People

/// The articles, figures and days of the duty to report.
enum IncidentLaw {
  static let report = "番号法29条の4第1項"
  static let notice = "番号法29条の4第2項"
  /// 平成27年特定個人情報保護委員会規則第5号.
  static let rule = "特定個人情報の漏えい等に関する報告等に関する規則"
  static let guideline = "番号法ガイドライン別添2-3"
  static let holidays = "行政機関の休日に関する法律2条"

  /// The first day on which whoever knows must report (令和4年4月1日).
  static let inForce = CalendarDate(year: 2022, month: 4, day: 1) ?? .first
  /// The last day on which a case may begin: the calendar of holidays ends with 2099.
  static let last = CalendarDate(year: 2098, month: 12, day: 31) ?? .last

  /// Item 4 needs more people than these (規則2条4号).
  static let people = 100
  /// The first report's days: a guide (guideline, annex 2, 3 D), the day of knowing counted as day one.
  static let firstReport = 3...5
  /// The final report's days (規則3条2項), the day of knowing counted as day one.
  static let finalReport = 30
  /// The same where item 2 applies.
  static let finalReportOfItemTwo = 60

  /// The n-th day, the first counted as day one.
  static func day(_ place: Int, from first: CalendarDate) -> CalendarDate {
    first.adding(days: place - 1)
  }
}
