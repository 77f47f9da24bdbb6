import Numbers
import People

/// Holds one record of a file of notices against its layout.
struct NoticeCheck {
  private let row: NoticeRow
  private let today: CalendarDate

  init(_ row: NoticeRow, today: CalendarDate) {
    self.row = row
    self.today = today
  }

  /// Everything that does not depend on whether a number stands in the record.
  var mistakes: [FilingMistake] {
    let numbers = numberFields
    var found: [FilingMistake] = []
    for field in row.layout.fields where field.owner == nil {
      found += valueMistakes(field)
      let rule = presence(field, decides: { $0.isDisjoint(with: numbers) }) { row[$0] }
      if let rule { found.append(mistake(field, rule)) }
    }
    for rule in row.layout.traits.rules { found += mistakes(of: rule) }
    return found
  }

  /// What depends on which of its number fields will hold a number.
  func mistakes(filled: Set<Int>) -> [FilingMistake] {
    let numbers = numberFields
    return row.layout.fields.compactMap { field in
      guard field.owner == nil else { return nil }
      let rule = presence(field, decides: { !$0.isDisjoint(with: numbers) }) { place in
        numbers.contains(place) ? (filled.contains(place) ? "*" : "") : row[place]
      }
      return rule.map { mistake(field, $0) }
    }
  }

  private var numberFields: Set<Int> {
    Set(row.layout.fields.filter { $0.owner != nil }.map(\.number))
  }

  private func mistake(_ field: LayoutField, _ rule: MistakeRule) -> FilingMistake {
    FilingMistake(line: row.line, column: field.number, field: field.name, rule: rule)
  }

  // MARK: Presence

  /// Whether a field is empty where it must not be, or filled where it must be empty.
  ///
  /// - Parameter decides: whether conditions on these fields are to be decided now.
  private func presence(
    _ field: LayoutField, decides: (Set<Int>) -> Bool, _ value: (Int) -> String
  ) -> MistakeRule? {
    if row[field.number].isEmpty {
      switch field.need {
      case .always: return decides([]) ? .required : nil
      case .when(let condition):
        return decides(condition.fields) && condition.holds(value) ? .required : nil
      case .optional, .ifAdjusted: return nil
      }
    }
    switch field.ban {
    case .never: return nil
    case .always: return decides([]) ? .forbidden : nil
    case .when(let condition):
      return decides(condition.fields) && condition.holds(value) ? .forbidden : nil
    }
  }

  // MARK: Values

  private func valueMistakes(_ field: LayoutField) -> [FilingMistake] {
    let text = row[field.number]
    if text.isEmpty { return [] }
    if case .always = field.ban { return [] }
    var rules = FieldFolding.mistakes(
      text, as: field.characters, width: field.width, isExact: field.isExact,
      countsBytes: field.countsBytes)
    if rules.isEmpty, let codes = field.codes, !codes.allow(text) {
      rules.append(.badValue(allowed: codes.text))
    }
    if rules.isEmpty, isDate(field), row.date(field) == nil { rules.append(.badDate) }
    if hidesNumber(field, text) { rules.append(.looksLikeNumber) }
    return rules.map { mistake(field, $0) }
  }

  /// Whether it ends a date; one without its era or year is told by those being required.
  private func isDate(_ field: LayoutField) -> Bool {
    switch field.characters {
    case .calendar: true
    case .date: row.layout.traits.eras[row[field.number - 1]] != nil
    case .day:
      row.layout.traits.eras[row[field.number - 3]] != nil
        && (1...2).allSatisfy { Int(row[field.number - $0]) != nil }
    default: false
    }
  }

  private func hidesNumber(_ field: LayoutField, _ text: String) -> Bool {
    switch field.characters {
    case .mixed, .name, .address, .half, .halfKana, .full, .kana:
      MyNumber.looksLikeNumber(in: text.utf8)
    default: false
    }
  }

  // MARK: Between fields

  private func mistakes(of rule: RecordRule) -> [FilingMistake] {
    switch rule {
    case .sum(let total, let parts, let cap): sumMistakes(total, parts, cap)
    case .minimum(let place, let least):
      Int(row[place]).map { $0 < least } ?? false ? [at(place, .belowMinimum(least))] : []
    case .past(let place):
      date(place).map { today < $0 } ?? false ? [at(place, .inTheFuture)] : []
    case .daysAfter(let place, let other, let days, let condition):
      dayMistakes(place, other, days, condition)
    case .any(let places):
      places.allSatisfy { row[$0].isEmpty }
        ? [FilingMistake(line: row.line, rule: .nobodyNamed)] : []
    case .office: []
    }
  }

  private func at(_ place: Int, _ rule: MistakeRule) -> FilingMistake {
    mistake(row.layout.fields[place - 1], rule)
  }

  private func date(_ place: Int) -> CalendarDate? { row.date(row.layout.fields[place - 1]) }

  private func sumMistakes(_ total: Int, _ parts: [Int], _ cap: Int) -> [FilingMistake] {
    let amounts = parts.compactMap { Int(row[$0]) }
    guard let said = Int(row[total]), amounts.count == parts.count else { return [] }
    // Seven digits each, so that the sum cannot overflow; longer ones are mistakes already.
    guard amounts.allSatisfy({ (0...cap).contains($0) }) else { return [] }
    return said == min(amounts.reduce(0, +), cap) ? [] : [at(total, .sumDiffers)]
  }

  private func dayMistakes(
    _ place: Int, _ other: Int, _ days: Int, _ condition: FieldCondition
  ) -> [FilingMistake] {
    guard condition.holds({ row[$0] }), let day = date(place), let before = date(other) else {
      return []
    }
    return day == before.adding(days: days) ? [] : [at(place, .dayDiffers(days: days))]
  }
}
