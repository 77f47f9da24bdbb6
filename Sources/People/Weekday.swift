/// A day of the week, Sunday first.
public enum Weekday: Int, CaseIterable, Sendable {
  case sunday = 0
  case monday = 1
  case tuesday = 2
  case wednesday = 3
  case thursday = 4
  case friday = 5
  case saturday = 6

  /// One kanji, as in 日 for Sunday.
  public var japanese: String {
    switch self {
    case .sunday: "日"
    case .monday: "月"
    case .tuesday: "火"
    case .wednesday: "水"
    case .thursday: "木"
    case .friday: "金"
    case .saturday: "土"
    }
  }
}
