public import People

/// What happened on a day, or in the period that a report gathers it into.
public struct DaySubject: Hashable, Sendable {
  /// What is counted.
  public enum Event: String, Hashable, Sendable, CaseIterable {
    /// A number was read.
    case use
    /// Something was refused; failed sign-ins are counted elsewhere.
    case refused
    /// Something was allowed and then did not verify.
    case failed
  }

  /// The day in Japan, or the first of the period.
  public let day: CalendarDate
  /// What is counted.
  public let event: Event
  /// The purpose of use.
  public let purpose: String?
}

extension DaySubject.Event {
  var cell: ReportCell {
    switch self {
    case .use: .word(id: rawValue, Words("利用", "used"))
    case .refused: .word(id: rawValue, Words("拒否", "refused"))
    case .failed: .word(id: rawValue, Words("検証失敗", "failed"))
    }
  }
}

extension DaySubject: TableSubject {
  static let columns: [ReportColumn] = [
    ReportColumn("period", "期間", "Period"), ReportColumn("event", "内容", "What"), .purpose,
  ]

  func cells(_ names: ReportNames) -> [ReportCell] {
    [.text(day.isoText), event.cell, names.purpose(purpose)]
  }
}
