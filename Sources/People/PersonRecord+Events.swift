extension PersonRecord {
  /// Adds an event unless it is known; what is recorded takes the place of what was derived.
  ///
  /// Returns whether the record changed.
  @discardableResult
  public mutating func add(_ event: LifeEvent) -> Bool {
    guard let place = events.firstIndex(where: event.isSame(as:)) else {
      events.append(event)
      return true
    }
    guard event != events[place], events[place].basis == .derived || event.basis == .recorded
    else { return false }
    events[place] = event
    return true
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

  /// The latest income year of the events of these kinds.
  public func latestYear(of kinds: Set<LifeEventKind>) -> Int? {
    events.lazy.filter { kinds.contains($0.kind) }.compactMap(\.year).max()
  }

  /// The latest day of the events of a kind, for one purpose if given.
  public func latestDate(of kind: LifeEventKind, purpose: String? = nil) -> CalendarDate? {
    events.lazy.filter { $0.kind == kind && (purpose == nil || $0.purpose == purpose) }
      .compactMap(\.date).max()
  }
}
