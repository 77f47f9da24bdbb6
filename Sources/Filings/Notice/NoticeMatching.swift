import People
import Rules

/// Finds the people whom a file of notices names.
///
/// The file says who is on it and has no employees' codes, so that people are known by reading and
/// birth date, or by what the user says. Two who fit are nobody.
struct NoticeMatching {
  private let rows: [NoticeRow]
  private let matches: NoticeMatches
  private(set) var mistakes: [FilingMistake] = []
  private(set) var notes: [SlipNote] = []
  /// The numbers of each row, in the order of its fields.
  private(set) var slots: [[NoticeSlot]] = []
  private var firstLines: [String: Int] = [:]

  init(_ file: NoticeFile, _ matches: NoticeMatches, _ directory: some NoticeDirectory) {
    rows = file.rows
    self.matches = matches
    let found = search(directory)
    for (place, row) in rows.enumerated() {
      slots.append(slots(of: row, found[place], directory))
    }
    checkPlaces()
  }

  /// Those who fit each row, for the rows of which the user did not say who it is.
  ///
  /// Everybody is gone through once, and only if there is such a row.
  private func search(_ directory: some NoticeDirectory) -> [[SlipPerson]] {
    var wanted: [CalendarDate: [(place: Int, name: NoticeName)]] = [:]
    for (place, row) in rows.enumerated() where given(row) == nil {
      let name = NoticeName(row, .oneself)
      if let birthDate = name.birthDate { wanted[birthDate, default: []].append((place, name)) }
    }
    var found = [[SlipPerson]](repeating: [], count: rows.count)
    guard !wanted.isEmpty else { return found }
    directory.forEachEmployee { person in
      guard let birthDate = person.profile.birthDate else { return }
      for (place, name) in wanted[birthDate] ?? [] where name.fits(person.profile) {
        found[place].append(person)
      }
    }
    return found
  }

  private func given(_ row: NoticeRow) -> PersonCode? {
    guard let field = row.layout.fields.first(where: { $0.owner == .oneself }) else { return nil }
    return matches[line: row.line, field: field.number, isOneself: true]
  }

  private mutating func slots(
    of row: NoticeRow, _ found: [SlipPerson], _ directory: some NoticeDirectory
  ) -> [NoticeSlot] {
    guard let person = employee(row, found, directory) else { return [] }
    checkOnce(row, person)
    let owners = row.owners
    let family =
      owners.contains { $0.owner != .oneself } ? directory.dependents(of: person.code) : []
    var slots: [NoticeSlot] = []
    for (field, owner) in owners {
      let bearer = owner == .oneself ? person : member(row, field, owner, family)
      guard let bearer, let form = form(row, owner) else { continue }
      if slots.contains(where: { $0.person == bearer.code }) {
        add(row, field, .familyTwice)
        continue
      }
      slots.append(
        NoticeSlot(field: field.number, owner: owner, person: bearer.code, form: form))
    }
    return slots
  }

  private func form(_ row: NoticeRow, _ owner: NumberOwner) -> FormCopyID? {
    row.layout.traits.forms.first { form in
      form.owner == owner && (form.condition?.holds { row[$0] } ?? true)
    }?.form
  }

  // MARK: The person whom a record is about

  private mutating func employee(
    _ row: NoticeRow, _ found: [SlipPerson], _ directory: some NoticeDirectory
  ) -> SlipPerson? {
    let field = row.field(.kana, of: .oneself)
    if let code = given(row) {
      guard let person = directory.person(code: code), !code.isDependent else {
        add(row, field, .unknownPerson)
        return nil
      }
      return checked(row, field, .oneself, person)
    }
    return one(of: found, row, field, .oneself)
  }

  private mutating func checkOnce(_ row: NoticeRow, _ person: SlipPerson) {
    if row.layout.traits.repeats { return }
    let key = "\(row.layout.record) \(person.code.text)"
    if let line = firstLines[key] {
      mistakes.append(FilingMistake(line: row.line, rule: .duplicateRow(firstLine: line)))
    } else {
      firstLines[key] = row.line
    }
  }

  // MARK: Family

  private mutating func member(
    _ row: NoticeRow, _ field: LayoutField, _ owner: NumberOwner, _ family: [SlipPerson]
  ) -> SlipPerson? {
    let place = row.field(.kana, of: owner)
    let person: SlipPerson?
    if let code = matches[line: row.line, field: field.number, isOneself: false] {
      person = family.first { $0.code == code }
      if person == nil { add(row, place, .familyUnknown) }
    } else {
      let name = NoticeName(row, owner)
      person = one(of: family.filter { name.fits($0.profile) }, row, place, owner)
    }
    guard let person, checked(row, place, owner, person) != nil else { return nil }
    let isSpouse = person.record.relationship?.isSpouse ?? false
    guard isSpouse == (owner == .spouse) else {
      add(row, place, isSpouse ? .spouseAmongDependents : .notASpouse)
      return nil
    }
    return person
  }

  // MARK: What both need

  private mutating func one(
    of found: [SlipPerson], _ row: NoticeRow, _ field: LayoutField?, _ owner: NumberOwner
  ) -> SlipPerson? {
    guard found.count == 1, let person = found.first else {
      add(row, field, found.isEmpty ? .notMatched : .ambiguousMatch(count: found.count))
      return nil
    }
    return owner == .oneself ? checked(row, field, owner, person) : person
  }

  /// Holds a person against the record: another birth date is a mistake, another name a note.
  private mutating func checked(
    _ row: NoticeRow, _ field: LayoutField?, _ owner: NumberOwner, _ person: SlipPerson
  ) -> SlipPerson? {
    let name = NoticeName(row, owner)
    guard name.birthDate == person.profile.birthDate else {
      add(row, row.field(.date, of: owner) ?? row.field(.day, of: owner), .birthDateDiffers)
      return nil
    }
    if name.bearsReading(person.profile) == false || name.bearsName(person.profile) == false {
      notes.append(SlipNote(line: row.line, person: person.code, kind: .nameDiffers))
    }
    return person
  }

  private mutating func add(_ row: NoticeRow, _ field: LayoutField?, _ rule: MistakeRule) {
    mistakes.append(
      FilingMistake(
        line: row.line, column: field?.number ?? 0, field: field?.name ?? "", rule: rule))
  }

  /// What the user says must be of a number that the file has room for.
  private mutating func checkPlaces() {
    var places: Set<NoticeMatches.Place> = []
    for row in rows {
      for (field, owner) in row.owners {
        places.insert(NoticeMatches.Place(line: row.line, field: field.number))
        if owner == .oneself { places.insert(NoticeMatches.Place(line: row.line, field: 0)) }
      }
    }
    unused = matches.lines(outside: places)
  }

  /// The lines of what the user says that are of no number of the file.
  private(set) var unused: [Int] = []
}
