public import People

/// Where the asking for a person's number stands on a day.
public enum RequestStanding: Hashable, Sendable {
  /// The number is held, or was and has been destroyed.
  case settled
  /// Nobody asks: no form needs the number.
  case notToAsk
  /// There is no number, and nobody has asked for it.
  case neverAsked
  /// It is said that the person was asked, but no request is on record (提供を求めた経過).
  case unrecorded
  /// To be asked again since this day.
  case due(CalendarDate)
  /// To be asked again on this day, which lies ahead.
  case waiting(CalendarDate)
  /// Asked, and no day to ask again is set.
  case open

  /// Where it stands with a person.
  public init(_ record: borrowing PersonRecord, asOf date: CalendarDate) {
    guard case .blank(let reason) = NumberStanding(record) else {
      self = .settled
      return
    }
    if reason == .exempt || record.wasRemoved(by: date) {
      self = .notToAsk
    } else if let request = record.latestRequest {
      self = Self.after(request, asOf: date)
    } else {
      self = Self.withoutRequest(reason)
    }
  }

  private static func after(_ request: NumberRequest, asOf date: CalendarDate) -> Self {
    guard let day = request.askAgainOn else { return .open }
    return day <= date ? .due(day) : .waiting(day)
  }

  private static func withoutRequest(_ reason: NoNumberReason) -> Self {
    switch reason {
    case .notAsked: .neverAsked
    case .asked, .refused, .unreachable: .unrecorded
    default: .open
    }
  }

  /// Whether somebody has to ask now, or to record that they did.
  public var isToAsk: Bool {
    switch self {
    case .neverAsked, .unrecorded, .due: true
    default: false
    }
  }
}

extension RequestStanding {
  static let column = ReportColumn("asking", "依頼", "Asking")

  /// The word; empty where nothing is to be asked.
  var cell: ReportCell {
    switch self {
    case .settled: .empty
    case .notToAsk: .word(id: "not-to-ask", Words("求めない", "not to ask"))
    case .neverAsked: .word(id: "never-asked", Words("未依頼", "never asked"))
    case .unrecorded: .word(id: "unrecorded", Words("依頼の記録なし", "no request on record"))
    case .due: .word(id: "due", Words("再依頼の時期", "ask again"))
    case .waiting: .word(id: "waiting", Words("回答待ち", "waiting"))
    case .open: .word(id: "open", Words("再依頼日の定めなし", "no day to ask again"))
    }
  }
}
