import MyNumberKit

/// What is known of a person, as rows of a field and a value; never a number.
struct PersonSheet {
  private(set) var listing = Listing([
    .init("field", "Field", "項目", isWord: true), .init("value", "Value", "内容"),
  ])

  init(_ person: VerifiedPerson, _ profile: Profile?) {
    addIdentity(person)
    if let profile { add(profile) }
    addNumber(person.record)
    addEmployment(person.record)
    for declaration in person.record.declarations {
      let purposes = declaration.purposes.joined(separator: "; ")
      add("declared", "\(declaration.date.isoText): \(purposes)")
    }
    for request in person.record.requests { add("request", Self.text(of: request)) }
    for done in person.record.changesDone { add("change", Self.text(of: done)) }
    for event in person.record.events { add("event", Self.text(of: event)) }
    for hold in person.record.holds {
      add("hold", "\(hold.id): \(hold.reason)" + (hold.until.map { " (\($0.isoText))" } ?? ""))
    }
    for purged in person.record.purgedPurposes {
      add("purged", "\(purged.date.isoText): \(purged.purpose)")
    }
  }

  private mutating func add(_ field: String, _ value: String?) {
    if let value { listing.rows.append([field, value]) }
  }

  private mutating func addIdentity(_ person: VerifiedPerson) {
    add("code", person.record.code.text)
    add("kind", person.record.kind.english)
    add("relationship", person.record.relationship?.english)
    add("entry", "\(person.pin)")
  }

  private mutating func add(_ profile: Profile) {
    add("name", profile.name)
    add("kana", profile.kana)
    add("filing-name", profile.filingName)
    add("birth-date", profile.birthDate?.isoText)
    add("postal-code", profile.postalCode)
    add("address", profile.address)
    add("filing-address", profile.filingAddress)
    add("municipality", profile.municipalityCode)
  }

  private mutating func addNumber(_ record: PersonRecord) {
    let holds = record.current?.how == .current
    add("number", holds ? "held" : "none")
    if holds { add("number-version", "\(record.currentVersion)") }
    add("no-number-reason", record.noNumberReason?.english)
    if holds { add("verification", Self.text(of: record.verification)) }
  }

  private mutating func addEmployment(_ record: PersonRecord) {
    add("hired", record.hiredOn?.isoText)
    add("left", record.leftOn?.isoText)
    add("leave-reason", record.leaveReason?.english)
    add("last-paid", record.lastPaidOn?.isoText)
  }

  private static func text(of verification: Verification) -> String {
    switch verification {
    case .none: "none"
    case .employeeDuty: "the employee's duty"
    case .verified(let rule, let day, _): "\(day.isoText): \(rule)"
    case .numberProved(let rule, let day, _): "\(day.isoText): \(rule), number only"
    case .claimed(let day, let user): "\(day.isoText): not attested; said by \(user)"
    case .legacy(let day, let user): "\(day.isoText): attested by \(user)"
    case .articleNineteenFour(let day): "\(day.isoText): 番号法19条4号"
    }
  }

  private static func text(of request: NumberRequest) -> String {
    let parts = [
      request.askedOn.isoText, request.method.english, request.answer.english,
      request.answeredOn.map { "(\($0.isoText))" }, request.reason,
      request.askAgainOn.map { "→ \($0.isoText)" },
    ]
    return parts.compactMap { $0 }.joined(separator: " ")
  }

  private static func text(of done: ChangeDone) -> String {
    let parts = [
      done.date.isoText, done.rule, "v\(done.version)", done.year.map(String.init), done.receipt,
    ]
    return parts.compactMap { $0 }.joined(separator: " ")
  }

  private static func text(of event: LifeEvent) -> String {
    let parts = [
      event.date?.isoText, event.year.map(String.init), event.kind.english, event.purpose,
      event.form,
    ]
    return parts.compactMap { $0 }.joined(separator: " ")
  }
}
