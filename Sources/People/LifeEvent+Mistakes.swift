extension LifeEvent {
  /// The day from which there are numbers (番号法の施行).
  static let firstDay = CalendarDate(year: 2015, month: 10, day: 5) ?? .first

  /// The income years that an event may be of: from the first with numbers on slips to the next.
  public static func years(asOf today: CalendarDate) -> ClosedRange<Int> {
    2016...max(2016, today.year + 1)
  }

  /// What keeps the event from being recorded on a day; empty for a sound one.
  public func mistakes(asOf today: CalendarDate) -> [LifeEventMistake] {
    let (required, said) = (kind.required, fields)
    var mistakes: [LifeEventMistake] = []
    for field in LifeEventField.allCases {
      if required.contains(field), !said.contains(field) { mistakes.append(.missing(field)) }
      if said.contains(field), !required.contains(field), !kind.optional.contains(field) {
        mistakes.append(.needless(field))
      }
    }
    let years = Self.years(asOf: today)
    if let year, !years.contains(year) { mistakes.append(.yearOutOfRange(years)) }
    if let date, today < date, !kind.mayLieAhead { mistakes.append(.dayAhead) }
    if let date, date < Self.firstDay, !kind.mayPrecedeNumbers { mistakes.append(.dayTooEarly) }
    return mistakes
  }
}
