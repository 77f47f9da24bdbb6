import MyNumberKit

/// What is known of a person, as rows of a field and a value; never a number.
struct PersonSheet {
  private(set) var listing = Listing([
    .init("field", "Field", "項目", isWord: true), .init("value", "Value", "内容"),
  ])

  private let names: Names

  init(_ person: VerifiedPerson, _ profile: Profile?, _ names: Names) {
    self.names = names
    addIdentity(person)
    if let profile { add(profile) }
    addNumber(person.record)
    addEmployment(person.record)
    for declaration in person.record.declarations {
      let purposes = declaration.purposes.joined(separator: "; ")
      let day = declaration.date.isoText
      add("declared", "\(day): \(purposes)", saying: "\(day): \(names.text(declaration.purposes))")
    }
    for request in person.record.requests { add("request", Self.text(of: request)) }
    for done in person.record.changesDone { add("change", Self.text(of: done)) }
    for event in person.record.events { add("event", event) }
    for hold in person.record.holds {
      add("hold", "\(hold.id): \(hold.reason)" + (hold.until.map { " (\($0.isoText))" } ?? ""))
    }
    for purged in person.record.purgedPurposes {
      let day = purged.date.isoText
      add("purged", "\(day): \(purged.purpose)", saying: "\(day): \(names.text([purged.purpose]))")
    }
  }

  private mutating func add(_ field: String, _ value: String?) {
    if let value { listing.rows.append([field, value]) }
  }

  private mutating func add(_ field: String, _ value: String, saying words: String) {
    listing.add([field, value], saying: [field, words])
  }

  /// A value whose English is the one in data.
  private mutating func add(_ field: String, _ value: Message) {
    add(field, value.english, saying: value.text)
  }

  private mutating func addWord(_ field: String, _ value: some ColumnValue) {
    add(field, Message(value.english, value.japanese))
  }

  private mutating func addIdentity(_ person: VerifiedPerson) {
    add("code", person.record.code.text)
    addWord("kind", person.record.kind)
    if let relationship = person.record.relationship { addWord("relationship", relationship) }
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
    add("number", holds ? Message("held", "保管") : Message("none", "なし"))
    if holds { add("number-version", "\(record.currentVersion)") }
    if let reason = record.noNumberReason { addWord("no-number-reason", reason) }
    guard holds else { return }
    let data = Self.text(of: record.verification) { .verbatim($0) }
    add("verification", data.english, saying: Self.text(of: record.verification, names.rules).text)
  }

  private mutating func addEmployment(_ record: PersonRecord) {
    add("hired", record.hiredOn?.isoText)
    add("left", record.leftOn?.isoText)
    if let reason = record.leaveReason { addWord("leave-reason", reason) }
    add("last-paid", record.lastPaidOn?.isoText)
  }

  private static func text(
    of verification: Verification, _ name: (_ rule: String) -> Message
  ) -> Message {
    switch verification {
    case .none: Message("none", "未了")
    case .employeeDuty: Message("the employee's duty", "従業員の義務")
    case .verified(let rule, let day, _):
      Message(
        "\(day.isoText): \(name(rule).english)", "\(day.isoText): \(name(rule).japanese)")
    case .numberProved(let rule, let day, _):
      Message(
        "\(day.isoText): \(name(rule).english), number only",
        "\(day.isoText): \(name(rule).japanese)、番号確認のみ")
    case .claimed(let day, let user):
      Message(
        "\(day.isoText): not attested; said by \(user)", "\(day.isoText): 認証待ち（\(user) の申告）")
    case .legacy(let day, let user):
      Message("\(day.isoText): attested by \(user)", "\(day.isoText): \(user) が認証")
    case .articleNineteenFour(let day): .verbatim("\(day.isoText): 番号法19条4号")
    }
  }

  private static func text(of request: NumberRequest) -> Message {
    func text(_ method: String, _ answer: String) -> String {
      let parts = [
        request.askedOn.isoText, method, answer, request.answeredOn.map { "(\($0.isoText))" },
        request.reason, request.askAgainOn.map { "→ \($0.isoText)" },
      ]
      return parts.compactMap { $0 }.joined(separator: " ")
    }
    return Message(
      text(request.method.english, request.answer.english),
      text(request.method.japanese, request.answer.japanese))
  }

  private static func text(of done: ChangeDone) -> String {
    let parts = [
      done.date.isoText, done.rule, "v\(done.version)", done.year.map(String.init), done.receipt,
    ]
    return parts.compactMap { $0 }.joined(separator: " ")
  }

  private mutating func add(_ field: String, _ event: LifeEvent) {
    func text(_ kind: String, _ name: (String) -> String) -> String {
      let parts = [
        event.date?.isoText, event.year.map(String.init), kind, event.purpose.map(name),
        event.form.map(name),
      ]
      return parts.compactMap { $0 }.joined(separator: " ")
    }
    let kind = Message(event.kind.english, event.kind.japanese).text
    add(
      field, text(event.kind.english) { $0 }, saying: text(kind) { names.text([$0]) })
  }
}
