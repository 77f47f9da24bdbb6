extension PersonRecord {
  /// The newest declaration that covers a purpose.
  public func declaration(covering purpose: String) -> Declaration? {
    var newest: Int?
    let all = declarations.span
    for place in all.indices where all[place].covers(purpose) {
      if let newest, all[newest].date > all[place].date { continue }
      newest = place
    }
    return newest.map { declarations[$0] }
  }

  /// Whether a purpose was declared to the person.
  public func declares(_ purpose: String) -> Bool {
    declarations.contains { $0.covers(purpose) }
  }

  /// Every purpose ever declared to the person, sorted by bytes, each once.
  public var declaredPurposes: [String] {
    if declarations.count == 1 { return declarations[0].purposes }
    return Set(declarations.flatMap(\.purposes)).sorted(by: bytesAscend)
  }

  /// A version by its number.
  public func version(_ number: Int) -> NumberVersion? {
    versions.last { $0.version == number }
  }

  /// The version in use; nil when there is none.
  public var current: NumberVersion? {
    currentVersion == 0 ? nil : version(currentVersion)
  }

  /// The day from which the number in use stands in the place of another; nil for a first one.
  public var numberChangedOn: CalendarDate? {
    versions.filter { $0.how == .changed }.compactMap(\.replacedOn).max()
  }

  /// The day on which the numbers were destroyed for a purpose.
  public func purgedOn(_ purpose: String) -> CalendarDate? {
    purgedPurposes.first { $0.purpose == purpose }?.date
  }

  /// Whether a purpose was declared, and the numbers were not destroyed for it since.
  public func isKept(for purpose: String) -> Bool {
    guard let declared = declaration(covering: purpose) else { return false }
    return purgedOn(purpose).map { $0 < declared.date } ?? true
  }

  /// The holds in force on a day.
  public func holds(on date: CalendarDate) -> [Hold] { holds.filter { $0.isInForce(on: date) } }

  /// The record as if nothing had been destroyed: until when, and for what, its numbers were kept.
  public var beforePurges: PersonRecord {
    var record = self
    record.purgedPurposes = []
    return record
  }
}
