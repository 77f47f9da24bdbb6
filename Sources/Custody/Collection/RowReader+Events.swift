internal import People
internal import Rules
internal import Text
internal import Wording

extension RowReader {
  /// The events of the row's columns, by which retention is computed.
  func events(_ fields: inout ImportFields, _ kind: PersonKind) -> [LifeEvent] {
    let isStaff = kind == .employee || kind == .officer
    var events: [LifeEvent] = []
    for (column, event, fits) in [
      (ImportColumn.rehiredOn, LifeEventKind.rehired, isStaff), (.diedOn, .died, true),
      (.dependentRemovedOn, .dependentRemoved, kind == .family),
      (.contractEndedOn, .contractEnded, kind == .payee),
    ] {
      guard let day = fields.date(column) else { continue }
      if !fits { fields.note(column, "not of a person of this kind") }
      add(LifeEvent(event, on: day), column, &fields, to: &events)
    }
    for year in years(&fields) {
      add(LifeEvent(.declarationReceived, year: year), .declaredYears, &fields, to: &events)
    }
    return events
  }

  private func add(
    _ event: LifeEvent, _ column: ImportColumn, _ fields: inout ImportFields,
    to events: inout [LifeEvent]
  ) {
    for mistake in event.mistakes(asOf: today) { fields.note(column, mistake.phrase) }
    events.append(event)
  }

  /// The years of 申告書受理年分, `;` between two.
  private func years(_ fields: inout ImportFields) -> [Int] {
    guard let text = fields.text(.declaredYears) else { return [] }
    return Folding.halfWidth(text).split(separator: ";").compactMap { word in
      let digits = word.drop { $0 == " " }.prefix { $0 != " " && $0 != "年" }
      guard let year = Int(digits), (1...9999).contains(year) else {
        fields.note(.declaredYears, "a year is expected here")
        return nil
      }
      return year
    }
  }
}
