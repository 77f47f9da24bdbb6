internal import JSON
internal import People
internal import Wording

extension CaseReader {
  private static let incidentKeys = [
    "knownOn", "contractor", "harms", "cause", "wrongfulOn", "people", "recounts", "system",
    "openToMany", "recoveredUnseen", "copyRemains", "lawfulDeletion", "keyLost", "protection",
  ]

  mutating func incident(_ value: CanonicalValue) -> IncidentCase? {
    guard let members = object(value, "", Self.incidentKeys) else { return nil }
    let knownOn = members["knownOn"].flatMap { incidentDay($0, "knownOn") }
    let contractor = members["contractor"].flatMap { self.contractor($0) }
    if members["knownOn"] == nil, members["contractor"] == nil { note("knownOn", "missing") }
    let harms = required(members, "harms", "").map { self.harms($0) }
    let cause = required(members, "cause", "")
      .flatMap { choice($0, "cause", IncidentCause.self) }
    let people = required(members, "people", "").flatMap { self.people($0, "people") }
    guard let harms, let cause, let people else { return nil }
    var incident = IncidentCase(knownOn: knownOn, harms: harms, cause: cause, people: people)
    incident.contractor = contractor
    readRest(members, of: &incident)
    check(incident)
    return incident
  }

  private mutating func readRest(_ members: Members, of incident: inout IncidentCase) {
    incident.wrongfulOn = members["wrongfulOn"].flatMap { incidentDay($0, "wrongfulOn") }
    incident.recounts = members["recounts"].map { recounts($0) } ?? []
    if let system = members["system"].flatMap({ choice($0, "system", IncidentSystem.self) }) {
      incident.system = system
    }
    incident.isOpenToMany = flag(members, "openToMany")
    incident.isRecoveredUnseen = flag(members, "recoveredUnseen")
    incident.hasCopy = flag(members, "copyRemains")
    incident.isLawfulDeletion = flag(members, "lawfulDeletion")
    incident.isKeyLost = flag(members, "keyLost")
    incident.protection = members["protection"].flatMap { protection($0) }
  }

  // MARK: Members

  private mutating func harms(_ value: CanonicalValue) -> CaseSet<IncidentHarm> {
    let items = list(value, "harms")
    if items.isEmpty { note("harms", "at least one is needed") }
    var harms: CaseSet<IncidentHarm> = []
    for (place, item) in items.enumerated() {
      guard let harm = choice(item, "harms[\(place)]", IncidentHarm.self) else { continue }
      if harms.contains(harm) { note("harms[\(place)]", "stands twice") }
      harms.insert(harm)
    }
    return harms
  }

  private mutating func contractor(_ value: CanonicalValue) -> IncidentContractor? {
    guard let members = object(value, "contractor", ["knownOn", "toldOn"]) else { return nil }
    let known = required(members, "knownOn", "contractor.")
      .flatMap { incidentDay($0, "contractor.knownOn") }
    let told = members["toldOn"].flatMap { incidentDay($0, "contractor.toldOn") }
    guard let known else { return nil }
    if let told, told < known { note("contractor.toldOn", "before the contractor knew") }
    return IncidentContractor(knownOn: known, toldOn: told)
  }

  private mutating func recounts(_ value: CanonicalValue) -> [IncidentCount] {
    let items = list(value, "recounts")
    guard items.count <= IncidentCase.recountLimit else {
      note("recounts", "there are more than \(IncidentCase.recountLimit)")
      return []
    }
    return items.enumerated().compactMap { recount($0.element, "recounts[\($0.offset)]") }
  }

  private mutating func recount(_ value: CanonicalValue, _ place: String) -> IncidentCount? {
    guard let members = object(value, place, ["on", "people"]) else { return nil }
    let day = required(members, "on", place + ".").flatMap { incidentDay($0, place + ".on") }
    let people = required(members, "people", place + ".")
      .flatMap { self.people($0, place + ".people") }
    guard let day, let people else { return nil }
    return IncidentCount(on: day, people: people)
  }

  private mutating func protection(_ value: CanonicalValue) -> IncidentProtection? {
    let keys = ["algorithm", "listed", "implemented", "keyApart", "erased", "keyUnusable"]
    guard let members = object(value, "protection", keys) else { return nil }
    let algorithm = members["algorithm"].flatMap { text($0, "protection.algorithm") }
    let flags = keys.dropFirst().map { flag(members, $0, "protection.") }
    return IncidentProtection(
      algorithm: algorithm, isListed: flags[0], isImplemented: flags[1], isKeyApart: flags[2],
      isErased: flags[3], isKeyUnusable: flags[4])
  }

  // MARK: Values

  private mutating func incidentDay(_ value: CanonicalValue, _ place: String) -> CalendarDate? {
    guard let day = date(value, place) else { return nil }
    if day < IncidentLaw.inForce {
      note(place, "the duty to report begins on \(IncidentLaw.inForce) (\(IncidentLaw.report))")
    }
    if day > IncidentLaw.last { note(place, "holidays are known to the year 2099 only") }
    return day
  }

  private mutating func people(_ value: CanonicalValue, _ place: String) -> Int? {
    guard case .integer(let count) = value, (1...1_000_000_000).contains(count) else {
      note(place, "a number of people from 1 on is expected here")
      return nil
    }
    return count
  }

  private mutating func flag(_ members: Members, _ key: String, _ prefix: String = "") -> Bool {
    switch members[key] {
    case nil: return false
    case .bool(let holds): return holds
    default:
      note(prefix + key, "true or false is expected here")
      return false
    }
  }

  // MARK: What agrees with what

  private mutating func check(_ incident: IncidentCase) {
    checkDays(incident)
    let harms = incident.harms
    if incident.isKeyLost, !harms.contains(.damage) {
      note("keyLost", "a lost key is damage: harms does not say damage")
    }
    if incident.isRecoveredUnseen, !harms.contains(.leak) {
      note("recoveredUnseen", "only a leak is recovered: harms does not say leak")
    }
    if incident.isOpenToMany, !harms.contains(.leak) {
      note("openToMany", "what many can see is a leak: harms does not say leak")
    }
    if incident.hasCopy, !harms.contains(.loss), !harms.contains(.damage) {
      note("copyRemains", "a copy mends loss and damage only: harms says neither")
    }
    if incident.isLawfulDeletion, !harms.contains(.loss) {
      note("lawfulDeletion", "a deletion is a loss: harms does not say loss")
    }
    if incident.wrongfulOn != nil, incident.cause.isWrongful {
      note("wrongfulOn", "the cause says already that a wrongful purpose is likely")
    }
  }

  private mutating func checkDays(_ incident: IncidentCase) {
    guard let first = [incident.knownOn, incident.contractor?.knownOn].compactMap(\.self).min()
    else { return }
    if let day = incident.wrongfulOn, day < first { note("wrongfulOn", "before anybody knew") }
    var last = first
    for (place, count) in incident.recounts.enumerated() {
      if count.on <= last { note("recounts[\(place)].on", "not later than the day before it") }
      last = max(last, count.on)
    }
  }
}
