internal import JSON
internal import People
internal import Wording

extension CaseReader {
  mutating func retentionCase(
    _ value: CanonicalValue, under policy: Policy
  ) -> RetentionCase? {
    let keys = [
      "asOf", "person", "purposes", "declaredOn", "hiredOn", "leftOn", "lastPaidOn", "replacedOn",
      "events", "holds",
    ]
    guard let members = object(value, "", keys) else { return nil }
    let asOf = required(members, "asOf", "").flatMap { date($0, "asOf") }
    let person = required(members, "person", "").flatMap { record($0) }
    guard let asOf, var person else { return nil }
    person.hiredOn = day(members, "hiredOn")
    person.leftOn = day(members, "leftOn")
    person.lastPaidOn = day(members, "lastPaidOn")
    let told = day(members, "declaredOn") ?? person.hiredOn ?? asOf
    declare(purposes(members["purposes"], under: policy), on: told, to: &person)
    for (place, item) in items(members, "events") {
      if let event = event(item, "events[\(place)]", under: policy) { person.add(event) }
    }
    for (place, item) in items(members, "holds") { hold(item, place, of: &person) }
    return RetentionCase(
      asOf: asOf, person: person, replacedOn: day(members, "replacedOn"), value: value)
  }

  // MARK: The person

  private mutating func record(_ value: CanonicalValue) -> PersonRecord? {
    guard let members = object(value, "person", ["kind", "relationship", "standing"]) else {
      return nil
    }
    let kind = required(members, "kind", "person.").flatMap { personKind($0) }
    let standing = members["standing"].map { self.standing($0) } ?? .none
    let relationship = members["relationship"].flatMap { self.relationship($0) }
    guard let kind else { return nil }
    if kind != .family {
      for key in ["relationship", "standing"] where members[key] != nil {
        note("person.\(key)", "only family has one")
      }
    }
    guard let id = try? PersonID([UInt8](repeating: 1, count: 16)),
      let code = try? PersonCode(kind == .family ? "1-1" : "1")
    else { return nil }
    return PersonRecord(
      id: id, code: code, kind: kind, relationship: relationship, standing: standing)
  }

  private mutating func relationship(_ value: CanonicalValue) -> Relationship? {
    word(value, "person.relationship", of: Relationship.self)
  }

  private func declare(_ purposes: [String], on day: CalendarDate, to person: inout PersonRecord) {
    guard let id = try? DeclarationID([UInt8](repeating: 1, count: 16)) else { return }
    person.declarations = [
      Declaration(id: id, purposes: purposes, date: day, method: "notice", by: "")
    ]
    person.versions = [NumberVersion(version: 1, declaredOn: day)]
    person.currentVersion = 1
  }

  private mutating func purposes(_ value: CanonicalValue?, under policy: Policy) -> [String] {
    guard let value else { return policy.purposes.map(\.id.rawValue) }
    let items = list(value, "purposes")
    return items.enumerated().compactMap { place, item in
      purpose(item, "purposes[\(place)]", under: policy)
    }
  }

  private mutating func hold(_ value: CanonicalValue, _ place: Int, of person: inout PersonRecord) {
    guard let members = object(value, "holds[\(place)]", ["until"]) else { return }
    let until = members["until"].flatMap { date($0, "holds[\(place)].until") }
    person.holds.append(Hold(id: "h\(place + 1)", reason: "", until: until))
  }

  // MARK: Events

  private mutating func event(
    _ value: CanonicalValue, _ place: String, under policy: Policy
  ) -> LifeEvent? {
    let keys = ["kind", "date", "year", "purpose", "form", "basis"]
    guard let members = object(value, place, keys) else { return nil }
    let kind = required(members, "kind", place + ".")
      .flatMap { word($0, place + ".kind", of: LifeEventKind.self) }
    let event = kind.map { kind in
      LifeEvent(
        kind, on: members["date"].flatMap { date($0, place + ".date") },
        year: members["year"].flatMap { year($0, place + ".year") },
        purpose: members["purpose"].flatMap { purpose($0, place + ".purpose", under: policy) },
        form: members["form"].flatMap { form($0, place + ".form", under: policy) },
        basis: members["basis"].flatMap { basis($0, place + ".basis") } ?? .recorded)
    }
    // What lies ahead of the day asked about is asked about too.
    for mistake in event?.mistakes(asOf: .last) ?? [] { note(place, mistake.phrase) }
    return event
  }

  private mutating func basis(_ value: CanonicalValue, _ place: String) -> LifeEvent.Basis? {
    switch value {
    case .string("recorded"): return .recorded
    case .string("derived"): return .derived
    default:
      let known = "recorded, derived"
      note(place, "not one of these: \(known)")
      return nil
    }
  }

  private mutating func year(_ value: CanonicalValue, _ place: String) -> Int? {
    guard case .integer(let year) = value, (1...9999).contains(year) else {
      note(place, "a year is expected here")
      return nil
    }
    return year
  }

  // MARK: Names

  private mutating func purpose(
    _ value: CanonicalValue, _ place: String, under policy: Policy
  ) -> String? {
    guard let name = text(value, place) else { return nil }
    if policy.purpose(PurposeID(rawValue: name)) != nil { return name }
    note(place, "the policy has no such purpose")
    return nil
  }

  private mutating func form(
    _ value: CanonicalValue, _ place: String, under policy: Policy
  ) -> String? {
    guard let name = text(value, place) else { return nil }
    if policy.form(FormCopyID(rawValue: name)) != nil { return name }
    note(place, "the policy has no such form copy")
    return nil
  }

  private mutating func day(_ members: Members, _ key: String) -> CalendarDate? {
    members[key].flatMap { date($0, key) }
  }

  private mutating func items(
    _ members: Members, _ key: String
  ) -> [(offset: Int, element: CanonicalValue)] {
    guard let value = members[key] else { return [] }
    let items = list(value, key)
    guard items.count <= RetentionCase.itemLimit else {
      note(key, "there are more than \(RetentionCase.itemLimit)")
      return []
    }
    return Array(items.enumerated())
  }
}
