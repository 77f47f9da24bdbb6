internal import Auditing
internal import JSON
internal import People
internal import Rules

/// Notes for each person of a file what follows from it: the slip of the year or the notice is
/// filed, there was pay, there is a declaration, a number was left blank.
struct FilingNotes {
  private let session: Session
  private let export: RegisteredExport
  private let transaction: Transaction
  private let writing: RecordWriting
  private let carriesNumbers: Bool
  /// Whose number was left blank.
  private let blanks: Set<PersonCode>
  private let today: CalendarDate
  /// What each entry says of the file, laid out once for all of them.
  private let detail: [String: CanonicalValue]
  /// What the last entry of an event said: most people's say the same.
  private var last: (said: Said, detail: [String: CanonicalValue])?

  /// Notes in an open transaction, under the register's id.
  init(
    _ session: Session, of export: RegisteredExport, id: String, in transaction: Transaction
  ) {
    self.session = session
    self.export = export
    self.transaction = transaction
    writing = RecordWriting(session.vault)
    carriesNumbers = session.vault.policy.form(export.form)?.carries.isEmpty != true
    blanks = Set(export.blanks.map(\.code))
    today = session.vault.today
    var detail: [String: CanonicalValue] = [:]
    detail.reserveCapacity(8)
    if let year = export.incomeYear {
      detail["year"] = .integer(year)
      if carriesNumbers { detail["export"] = .string(id) }
    }
    self.detail = detail
  }

  /// Adds the entries.
  ///
  /// - Returns: The events added, for each person who got some.
  mutating func add() throws(CustodyError) -> [ExportRegistration.Filing] {
    let forms = Dictionary(
      export.people.compactMap { person in person.notices.min().map { (person.code, $0) } },
      uniquingKeysWith: { first, _ in first })
    for blank in export.blanks { try note(blank, forms[blank.code] ?? export.form) }
    var added: [ExportRegistration.Filing] = []
    for person in export.people {
      let events = try note(person)
      if !events.isEmpty {
        added.append(ExportRegistration.Filing(code: person.code, events: events))
      }
    }
    return added
  }

  private func note(
    _ blank: RegisteredExport.Blank, _ form: FormCopyID
  ) throws(CustodyError) {
    var content = session.entry("blank")
    content.person = blank.code.text
    content.form = form.rawValue
    content.rule = blank.reason.english
    try transaction.add(content)
  }

  /// The export of a slip with numbers is the filing, and the row behind it the year's pay and
  /// declaration; a later one of the same year adds no event, but an entry that says with which
  /// number.
  ///
  /// - Returns: The events added.
  private mutating func note(
    _ filed: RegisteredExport.Person
  ) throws(CustodyError) -> [LifeEvent] {
    guard let person = try session.person(filed.code) else { return [] }
    let events = filed.isVoided ? [] : self.events(of: filed)
    var record = person.record
    var added: [LifeEvent] = []
    added.reserveCapacity(events.count)
    for event in events where !person.record.events.contains(where: event.isSame) {
      record.add(event)
      added.append(event)
    }
    guard !added.isEmpty else {
      try noteAgain(filed, person)
      return []
    }
    var content = session.entry("event")
    content.person = filed.code.text
    content.detail = detail(
      of: Said(
        kinds: added.map(\.kind), version: version(of: filed, person.record),
        notices: filed.notices, retirementPaidOn: filed.retirementPaidOn))
    try writing.write(record, of: person, content, in: transaction)
    return added
  }

  /// Notes a slip of which everything else is known already, or that one is void.
  private func noteAgain(
    _ filed: RegisteredExport.Person, _ person: VerifiedPerson
  ) throws(CustodyError) {
    guard export.incomeYear != nil, carriesNumbers else { return }
    var content = session.entry("filed")
    content.person = filed.code.text
    content.form = export.form.rawValue
    content.detail = detail
    if let version = version(of: filed, person.record) {
      content.detail["number_version"] = .integer(version)
    } else {
      content.detail["voided"] = .bool(true)
    }
    try transaction.add(inPlace: &content, person: person.row)
  }

  /// The version of the number that a slip bears, 0 for a blank.
  ///
  /// A slip that voids it must equal it. Nil for one that voids another, and for a file without slips
  /// that bear numbers.
  private func version(
    of filed: RegisteredExport.Person, _ record: borrowing PersonRecord
  ) -> Int? {
    guard export.incomeYear != nil, carriesNumbers, !filed.isVoided else { return nil }
    return blanks.contains(filed.code) ? 0 : record.currentVersion
  }

  /// What an entry of an event says apart from whose it is.
  private struct Said: Equatable {
    let kinds: [LifeEventKind]
    let version: Int?
    let notices: Set<FormCopyID>
    let retirementPaidOn: CalendarDate?
  }

  private mutating func detail(of said: Said) -> [String: CanonicalValue] {
    if let last, last.said == said { return last.detail }
    var detail = detail
    if let version = said.version { detail["number_version"] = .integer(version) }
    detail["event"] = .string(Self.joined(said.kinds.map(\.english)))
    if !said.notices.isEmpty { detail["on"] = .string(today.isoText) }
    if let day = said.retirementPaidOn { detail["on"] = .string(day.isoText) }
    let forms = said.notices.isEmpty ? [export.form] : said.notices.sorted()
    detail["form"] = .string(Self.joined(forms.map(\.rawValue)))
    last = (said, detail)
    return detail
  }

  /// What follows from a slip or a notice: a copy that bears nobody's number files nothing.
  ///
  /// The day of a filing says which number it bore, should that turn out to be wrong. A notice is
  /// filed on the day on which the file is made; that of a loss completes its matter.
  private func events(of filed: RegisteredExport.Person) -> [LifeEvent] {
    var events: [LifeEvent] = []
    events.reserveCapacity(4)
    if let year = export.incomeYear {
      if carriesNumbers {
        events.append(
          LifeEvent(
            .slipFiled, on: today, year: year, form: export.form.rawValue, basis: .derived))
      }
      if filed.wasPaid { events.append(LifeEvent(.paid, year: year, basis: .derived)) }
      if filed.isDeclared {
        events.append(LifeEvent(.declarationReceived, year: year, basis: .derived))
      }
      if let day = filed.retirementPaidOn {
        events.append(LifeEvent(.retirementPaid, on: day, basis: .derived))
      }
    }
    if filed.notices.isEmpty { return events }
    return events
      + filed.notices.sorted().map { form in
        LifeEvent(.noticeFiled, on: today, form: form.rawValue, basis: .derived)
      }
  }

  /// The words with commas between, each once.
  static func joined(_ words: [String]) -> String {
    guard var text = words.first else { return "" }
    for (place, word) in words.enumerated() where !words[..<place].contains(word) {
      if place > 0 { text += "," + word }
    }
    return text
  }
}
