public import People

/// What an access report points at when the log is reviewed (番号法12条): the employer's figures.
public struct ReviewRules: Hashable, Sendable {
  /// The months in which a purpose has its season.
  public struct Season: Hashable, Sendable, Identifiable {
    public let purpose: PurposeID
    /// From 1 to 12.
    public let months: [Int]

    public var id: String { purpose.rawValue }
  }

  /// The first minute of the day (in Japan) in which work is usual.
  public let from: Int
  /// The first minute of the day after it.
  public let until: Int
  /// Whether there is no usual work on days on which offices are closed.
  public let closesOnHolidays: Bool
  /// More numbers than these read by one user on one day are many.
  public let bulkReads: Int
  /// So many refusals, or failed sign-ins, of one user on one day are repeated.
  public let repeated: Int
  /// After so many months the handling is checked again.
  public let checkMonths: Int
  /// After so many months a user is trained again.
  public let trainingMonths: Int
  public let seasons: [Season]
  public let citations: [Citation]

  /// Whether a moment lies outside of the usual hours.
  public func isOutOfHours(_ time: Timestamp) -> Bool {
    let minute = time.japanMinute
    if minute < from || minute >= until { return true }
    return closesOnHolidays && JapaneseCalendar.isClosed(time.japanDate)
  }

  /// Whether a purpose has a season, and a day is not in it.
  public func isOutOfSeason(_ purpose: String, on day: CalendarDate) -> Bool {
    guard let season = seasons.first(where: { $0.purpose.rawValue == purpose }) else {
      return false
    }
    return !season.months.contains(day.month)
  }
}
