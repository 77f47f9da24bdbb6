public import People

/// What follows from a number that changed or was wrong (番号法7条2項): offices to tell, documents to
/// correct.
public struct NumberChangeRules: Sendable {
  /// In the policy's order.
  public let rules: [NumberChangeRule]
  /// What the sources leave open about them.
  public let questions: [OpenQuestion]

  /// The offices that some rule names, each once.
  public var offices: [String] {
    rules.reduce(into: []) { if !$0.contains($1.office) { $0.append($1.office) } }
  }

  /// The id of an office by its id or its name; nil for another.
  public func office(named name: String) -> String? {
    rules.first { $0.office == name || $0.ja == name || $0.en == name }?.office
  }

  /// All that a person's replaced numbers ask for, done or not, the oldest version first.
  public func tasks(of person: borrowing PersonRecord) -> [NumberChangeTask] {
    var tasks: [NumberChangeTask] = []
    let subjects = SubjectSet(of: person)
    for version in person.versions {
      guard let kind = NumberChangeKind(version.how), let replacedOn = version.replacedOn else {
        continue
      }
      // The days run from when the employer had the right number, which may be told late.
      let start = max(replacedOn, person.provided(after: version) ?? replacedOn)
      for rule in rules where rule.concerns(person, subjects, kind, since: start) {
        for year in rule.years(of: version, person, kind) {
          tasks.append(
            NumberChangeTask(
              rule: rule, kind: kind, version: version.version, replacedOn: replacedOn,
              year: year, due: start.adding(days: rule.withinDays),
              done: person.done(rule.id, version: version.version, year: year)))
        }
      }
    }
    return tasks
  }
}

extension NumberChangeKind {
  /// What a version's state says; nil for one that stands or is destroyed.
  init?(_ state: NumberVersion.State) {
    switch state {
    case .changed: self = .change
    case .corrected: self = .correction
    case .current, .purged: return nil
    }
  }
}

extension PersonRecord {
  /// The day on which the number after a version was provided.
  fileprivate func provided(after version: NumberVersion) -> CalendarDate? {
    versions.first { $0.version > version.version }?.declaredOn
  }

  fileprivate func done(_ rule: String, version: Int, year: Int?) -> ChangeDone? {
    changesDone.last { $0.rule == rule && $0.version == version && $0.year == year }
  }
}

extension NumberChangeRule {
  /// Whether the person is somebody of whom the rule speaks, and the work went on.
  fileprivate func concerns(
    _ person: borrowing PersonRecord, _ subjects: SubjectSet, _ kind: NumberChangeKind,
    since day: CalendarDate
  ) -> Bool {
    guard kinds.contains(kind), !subjects.isDisjoint(with: self.subjects) else { return false }
    var isKept = false
    for purpose in purposes where person.isKept(for: purpose.rawValue) { isKept = true }
    guard isKept, !whileEmployed || goesOn(person, after: day) else { return false }
    guard afterDeclaration else { return true }
    return person.events.contains { $0.kind.isDeclaration }
  }

  private func goesOn(_ person: borrowing PersonRecord, after day: CalendarDate) -> Bool {
    if let left = person.lastLeaving, left < day { return false }
    if person.wasRemoved(by: day) { return false }
    for purpose in purposes {
      guard let ended = person.latestDate(of: .insuranceEnded, purpose: purpose.rawValue),
        ended < day
      else { continue }
      let began = person.latestDate(of: .insuranceBegan, purpose: purpose.rawValue)
      if began.map({ $0 <= ended }) ?? true { return false }
    }
    return true
  }

  /// The years of documents to correct; one without a year for what goes by none.
  ///
  /// A changed number leaves what was filed as it is; a wrong one is corrected where it was filed.
  fileprivate func years(
    of version: NumberVersion, _ person: borrowing PersonRecord, _ kind: NumberChangeKind
  ) -> [Int?] {
    guard kind == .correction, !filed.isEmpty else { return [nil] }
    var isFiled = false
    var years: Set<Int> = []
    for event in person.events {
      guard let form = event.form, filed.contains(FormCopyID(form)), version.wasFiled(by: event)
      else { continue }
      if let year = event.year { years.insert(year) }
      isFiled = isFiled || event.year == nil
    }
    return years.sorted().map(Optional.some) + (isFiled ? [nil] : [])
  }
}

extension NumberVersion {
  /// Whether a filing was made with this version: by its day, else as far as its year tells.
  ///
  /// What was recorded may lie before the vault, to which the first version was only brought.
  fileprivate func wasFiled(by event: LifeEvent) -> Bool {
    guard event.kind == .slipFiled || event.kind == .noticeFiled else { return false }
    if let date = event.date {
      let isOfVault = event.basis == .derived || version > 1
      return (!isOfVault || declaredOn <= date) && (replacedOn.map { date <= $0 } ?? true)
    }
    guard let year = event.year, let replacedOn else { return false }
    return year < replacedOn.year
  }
}
