extension PersonRecord {
  /// Adds an event unless it is known.
  ///
  /// What was derived stays beside what is recorded, which wins: taken back, it leaves what was
  /// derived. Of two that are known alike the later entered is the correction.
  /// Returns whether the record changed.
  @discardableResult
  public mutating func add(_ event: LifeEvent) -> Bool {
    guard let place = place(of: event, known: event.basis) else {
      events.append(event)
      return true
    }
    guard event != events[place], event.basis == .recorded else { return false }
    events[place] = event
    return true
  }

  /// Takes an event back that was a mistake: what was recorded first, else what was derived.
  ///
  /// Returns the event as it stood; nil if there is none.
  public mutating func takeBack(_ event: LifeEvent) -> LifeEvent? {
    guard let place = place(of: event, known: .recorded) ?? place(of: event, known: .derived)
    else { return nil }
    return events.remove(at: place)
  }

  /// Takes a derived event back with that from which it was derived; nil if there is none.
  @discardableResult
  public mutating func takeBack(derived event: LifeEvent) -> LifeEvent? {
    place(of: event, known: .derived).map { events.remove(at: $0) }
  }

  private func place(of event: LifeEvent, known basis: LifeEvent.Basis) -> Int? {
    events.firstIndex { $0.basis == basis && event.isSame(as: $0) }
  }

  /// The first day of the employment, or of the last one; nil if it is not known.
  public var employedSince: CalendarDate? {
    var latest = hiredOn
    for event in events where event.kind == .hired || event.kind == .rehired {
      guard let day = event.date else { continue }
      latest = latest.map { max($0, day) } ?? day
    }
    return latest
  }

  /// The version of the number that was held on a day; nil where there was none.
  ///
  /// It goes by when each was provided; of one provided before it was collected here, by when it was
  /// replaced.
  public func versionHeld(on day: CalendarDate) -> Int? {
    if let known = versions.last(where: { $0.declaredOn <= day }) { return known.version }
    return versions.first { $0.replacedOn.map { day < $0 } ?? true }?.version
  }

  /// The day of the last leaving; nil while employed, after being hired again too.
  public var lastLeaving: CalendarDate? {
    guard let leftOn, employedSince.map({ $0 <= leftOn }) ?? true else { return nil }
    return leftOn
  }

  /// Whether a family member had ceased to be a dependent for every purpose by a day.
  public func wasRemoved(by date: CalendarDate) -> Bool {
    var removed: CalendarDate?
    var added: CalendarDate?
    for event in events where event.purpose == nil {
      guard let day = event.date, day <= date else { continue }
      if event.kind == .dependentRemoved { removed = max(removed ?? day, day) }
      if event.kind == .dependentAdded { added = max(added ?? day, day) }
    }
    guard let removed else { return false }
    return added.map { $0 <= removed } ?? true
  }

  /// The events of a kind, in the order of entry.
  public func events(of kind: LifeEventKind) -> [LifeEvent] { events.filter { $0.kind == kind } }

  /// Whether an event of a kind is known for an income year.
  public func has(_ kind: LifeEventKind, in year: Int) -> Bool {
    events.contains { $0.kind == kind && $0.year == year }
  }

  /// Whether a document with a number of the person has been filed.
  public var wasFiled: Bool {
    events.contains { $0.kind == .slipFiled || $0.kind == .noticeFiled }
  }

  /// The latest day of the events of a kind, for one purpose if given.
  public func latestDate(of kind: LifeEventKind, purpose: String? = nil) -> CalendarDate? {
    var latest: CalendarDate?
    for event in events where event.kind == kind && (purpose == nil || event.purpose == purpose) {
      guard let day = event.date else { continue }
      latest = latest.map { max($0, day) } ?? day
    }
    return latest
  }
}
