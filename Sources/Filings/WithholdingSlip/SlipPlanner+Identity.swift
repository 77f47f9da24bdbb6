import Numbers
import People
import Text

extension SlipPlanner {
  /// The proprietor whose number is the payer's; nil for a corporation.
  mutating func payer(_ row: PayrollRow, directory: some SlipDirectory) -> SlipPerson? {
    switch employer.payer {
    case .corporation(let number):
      if let text = row.texts[.payerNumber], text != number.digits {
        add(row, .payerNumber, .otherPayer)
      }
      return nil
    case .proprietor(let code):
      if row.texts[.payerNumber] != nil { add(row, .payerNumber, .otherPayer) }
      guard let person = proprietor(code, directory) else {
        add(row, .payerNumber, .unknownPerson)
        return nil
      }
      return person
    }
  }

  /// Holds the row's name and birth date against the person its code names.
  mutating func checkIdentity(_ row: PayrollRow, _ person: SlipPerson) {
    let given = birthDate(row)
    let agrees = given.flatMap { date in person.profile.birthDate.map { $0 == date } }
    if agrees == false { add(row, .birthYear, .birthDateDiffers) }
    guard let name = row.texts[.name], !Self.isNamed(person.profile, name) else { return }
    if agrees == true {
      findings.append(
        .noted(SlipNote(line: row.line, person: person.code, kind: .nameDiffers)))
    } else {
      add(row, .name, .nameOfAnother)
    }
  }

  /// The birth date of the row; nil, with a mistake for a day that is none, where it has none.
  private mutating func birthDate(_ row: PayrollRow) -> CalendarDate? {
    guard Self.birthItems.contains(where: { row.texts[$0] != nil }) else { return nil }
    let code = birthPart(.birthEra, row)
    // 9 is another era, which has no rule.
    if code == 9 { return nil }
    guard let era = Era.allCases.first(where: { $0.taxCode == code }),
      let year = birthPart(.birthYear, row), let month = birthPart(.birthMonth, row),
      let day = birthPart(.birthDay, row),
      let date = CalendarDate(era: era, year: year, month: month, day: day)
    else {
      add(row, .birthYear, .badDate)
      return nil
    }
    return date
  }

  private static let birthItems: [RecordItem] = [.birthEra, .birthYear, .birthMonth, .birthDay]

  /// A number of the birth date; nil where the row has none.
  private func birthPart(_ item: RecordItem, _ row: PayrollRow) -> Int? {
    row.texts[item] == nil ? nil : row.count(item)
  }

  /// Whether a person bears a name: 氏名, 姓 and 名, 届出用氏名 or 通称名.
  static func isNamed(_ profile: Profile, _ name: String) -> Bool {
    if name == profile.name { return true }
    let key = Folding.key(name)
    let parts = [profile.familyName, profile.givenName].compactMap { $0 }.joined()
    return [profile.name, parts, profile.filingName ?? "", profile.alias ?? ""]
      .contains { !$0.isEmpty && Folding.key($0) == key }
  }

  /// Finds the person for each family member the row names.
  mutating func match(_ row: PayrollRow, among family: [SlipPerson]) -> [MatchedFamily] {
    var matched: [MatchedFamily] = []
    for entry in row.family {
      let found = candidates(entry, among: family)
      guard found.count == 1, let person = found.first else {
        let rule =
          found.isEmpty ? MistakeRule.familyUnknown : .familyAmbiguous(count: found.count)
        add(row, entry, rule)
        continue
      }
      if matched.contains(where: { $0.person.code == person.code }) {
        add(row, entry, .familyTwice, of: person.code)
        continue
      }
      checkPlace(row, entry, person)
      matched.append(MatchedFamily(entry: entry, person: person))
    }
    return matched
  }

  private mutating func add(
    _ row: PayrollRow, _ entry: FamilyEntry, _ rule: MistakeRule, of person: PersonCode? = nil
  ) {
    let name = entry.place.nameItem.flatMap { layout[$0]?.name } ?? layout[.summary]?.name ?? ""
    mistakes.append(
      FilingMistake(
        line: row.line, column: entry.column, person: person ?? row.person, field: name,
        rule: rule))
  }

  /// Those of the name; where there are several, those who fit by birth date, kinship or age.
  private func candidates(_ entry: FamilyEntry, among family: [SlipPerson]) -> [SlipPerson] {
    let named = family.filter { Self.isNamed($0.profile, entry.name) }
    guard named.count > 1 else { return named }
    if let birth = entry.birthDate {
      let born = named.filter { $0.profile.birthDate == birth }
      if born.count == 1 { return born }
    }
    let fitting = named.filter { misfit(entry, $0) == nil }
    return fitting.isEmpty ? named : fitting
  }

  private mutating func checkPlace(
    _ row: PayrollRow, _ entry: FamilyEntry, _ person: SlipPerson
  ) {
    if let rule = misfit(entry, person) { add(row, entry, rule, of: person.code) }
    if let birth = entry.birthDate, let known = person.profile.birthDate, birth != known {
      add(row, entry, .birthDateDiffers, of: person.code)
    }
  }

  /// Why a person cannot stand in a place; nil where nothing speaks against it.
  private func misfit(_ entry: FamilyEntry, _ person: SlipPerson) -> MistakeRule? {
    let isSpouse = person.record.relationship?.isSpouse ?? false
    if entry.place == .spouse { return isSpouse ? nil : .notASpouse }
    if isSpouse { return .spouseAmongDependents }
    guard let age = age(person) else { return nil }
    return (age < 16) == entry.place.isUnderSixteen ? nil : .ageDoesNotFit(age: age)
  }

  /// The age at the end of the income year (年齢計算ニ関スル法律); nil where it is not known.
  func age(_ person: SlipPerson) -> Int? { person.profile.birthDate?.ageAttained(on: yearEnd) }
}
