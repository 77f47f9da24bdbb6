import People

extension NoticeRow {
  /// The birth date of somebody; nil where there is none, or no such day.
  func birthDate(of owner: NumberOwner) -> CalendarDate? {
    guard let field = field(.date, of: owner) ?? field(.day, of: owner) else { return nil }
    return date(field)
  }

  /// The day in a field of dates, or that ends with a field of days; nil where there is none.
  func date(_ field: LayoutField) -> CalendarDate? {
    let text = self[field.number]
    switch field.characters {
    case .date:
      guard text.utf8.count == 6, let number = Int(text) else { return nil }
      return day(
        era: field.number - 1, year: number / 10_000, month: number / 100 % 100, day: number % 100)
    case .day:
      guard let year = Int(self[field.number - 2]), let month = Int(self[field.number - 1]),
        let day = Int(text)
      else { return nil }
      return self.day(era: field.number - 3, year: year, month: month, day: day)
    case .calendar:
      guard text.utf8.count == 8, let number = Int(text) else { return nil }
      return CalendarDate(
        year: number / 10_000, month: number / 100 % 100, day: number % 100)
    default: return nil
    }
  }

  private func day(era field: Int, year: Int, month: Int, day: Int) -> CalendarDate? {
    layout.traits.eras[self[field]].flatMap { era in
      CalendarDate(era: era, year: year, month: month, day: day)
    }
  }
}
