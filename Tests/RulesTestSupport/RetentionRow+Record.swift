public import People

extension RetentionRow {
  /// The row's person as a record, made without the JSON.
  public func record() throws -> PersonRecord {
    var record = PersonRecord(
      id: try PersonID([UInt8](repeating: 1, count: 16)), code: try PersonCode("0012"),
      kind: PersonKind(label: person[0]) ?? .employee,
      relationship: person.count > 1 ? Relationship(label: person[1]) : nil, standing: standing)
    let told = life["told"] ?? .first
    record.declarations = [
      Declaration(
        id: try DeclarationID([UInt8](repeating: 2, count: 16)), purposes: [purpose], date: told,
        method: "notice", by: "u1")
    ]
    record.versions = [NumberVersion(version: 1, declaredOn: told)]
    record.currentVersion = 1
    record.hiredOn = life["hired"]
    record.leftOn = life["left"]
    record.lastPaidOn = life["last-paid"]
    record.events = events.compactMap { event in
      LifeEventKind(label: event.kind).map { kind in
        LifeEvent(
          kind, on: event.date, year: event.year, purpose: event.purpose, form: event.form,
          basis: event.isDerived ? .derived : .recorded)
      }
    }
    return record
  }

  /// The version asked about, if it is one that was changed.
  public var changedVersion: NumberVersion? {
    life["replaced"].map {
      NumberVersion(
        version: 1, declaredOn: life["told"] ?? .first, replacedOn: $0, how: .changed)
    }
  }

  private var standing: DependentStanding {
    let words = person.count > 2 ? person[2].cells(by: ",") : []
    return DependentStanding(
      taxDependent: words.contains("tax-dependent"),
      healthDependent: words.contains("health-dependent"),
      category3: words.contains("category3-spouse"), careFamily: words.contains("care-family"),
      heir: words.contains("heir"))
  }
}
