import JSON
public import People

extension RetentionRow {
  /// The row's case on a day, in the JSON that the command reads.
  public func json(asOf date: CalendarDate) -> [UInt8] {
    var members: [String: CanonicalValue] = [
      "asOf": .string(date.isoText), "person": personValue,
      "purposes": .array([.string(purpose)]), "events": .array(events.map(\.value)),
    ]
    let keys = [
      "hired": "hiredOn", "left": "leftOn", "last-paid": "lastPaidOn", "told": "declaredOn",
      "replaced": "replacedOn",
    ]
    for (word, day) in life {
      guard let key = keys[word] else { continue }
      members[key] = .string(day.isoText)
    }
    return CanonicalValue.object(members).encoded()
  }

  private var personValue: CanonicalValue {
    var members: [String: CanonicalValue] = ["kind": .string(person[0])]
    if person.count > 1 { members["relationship"] = .string(person[1]) }
    if person.count > 2 {
      members["standing"] = .array(person[2].cells(by: ",").map(CanonicalValue.string))
    }
    return .object(members)
  }
}

extension RetentionRow.Event {
  fileprivate var value: CanonicalValue {
    var members: [String: CanonicalValue] = [
      "kind": .string(kind), "basis": .string(isDerived ? "derived" : "recorded"),
    ]
    if let date { members["date"] = .string(date.isoText) }
    if let year { members["year"] = .integer(year) }
    if let purpose { members["purpose"] = .string(purpose) }
    if let form { members["form"] = .string(form) }
    return .object(members)
  }
}
