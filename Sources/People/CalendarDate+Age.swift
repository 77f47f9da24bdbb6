extension CalendarDate {
  /// The age on `date` of a person born on this day; 0 before birth.
  ///
  /// The day of birth counts as the first (年齢計算ニ関スル法律), so an age is attained on the day
  /// before the birthday: one born on 1 January is a year older on 31 December, one born on
  /// 29 February on 28 February.
  public func ageAttained(on date: CalendarDate) -> Int {
    let birth = parts
    let next = date.adding(days: 1).parts
    let beforeBirthday = (next.month, next.day) < (birth.month, birth.day)
    return max(0, next.year - birth.year - (beforeBirthday ? 1 : 0))
  }

  /// The day on which a person born on this day attains `age`.
  public func attains(age: Int) -> CalendarDate {
    lastDay(ofYears: age, countingThisDay: true)
  }

  /// The first year on whose 31 December a person born on this day is `age` or older.
  public func firstYear(ofAge age: Int) -> Int { attains(age: age).year }
}
