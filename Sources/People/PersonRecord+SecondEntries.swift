extension PersonRecord {
  /// Where the second entry of a version stands; nil if none was asked for.
  public func secondEntry(of version: Int) -> SecondEntry? {
    if secondEntries.isEmpty { return nil }
    return secondEntries.first { $0.version == version }
  }

  /// Whether the number in use waits for a second entry or a check, or one did not agree.
  public var isUnconfirmed: Bool {
    switch secondEntry(of: currentVersion)?.state {
    case nil, .agreed, .checked: false
    case .awaitingEntry, .awaitingCheck, .entered, .differed, .disagreed: true
    }
  }

  /// Whether a second entry of the number in use, or a check, did not agree.
  public var secondEntryDiffers: Bool {
    switch secondEntry(of: currentVersion)?.state {
    case .differed, .disagreed: true
    case nil, .agreed, .checked, .awaitingEntry, .awaitingCheck, .entered: false
    }
  }

  /// Notes where the second entry of a version stands.
  public mutating func note(_ entry: SecondEntry) {
    let place = secondEntries.firstIndex { $0.version >= entry.version }
    guard let place else { return secondEntries.append(entry) }
    if secondEntries[place].version == entry.version {
      secondEntries[place] = entry
    } else {
      secondEntries.insert(entry, at: place)
    }
  }

  /// Makes a version usable, or no longer so, as its second entry says.
  public mutating func note(_ entry: SecondEntry, usable: Bool) {
    note(entry)
    guard let place = versions.lastIndex(where: { $0.version == entry.version }) else { return }
    let known = versions[place]
    versions[place] = NumberVersion(
      version: known.version, declaredOn: known.declaredOn, replacedOn: known.replacedOn,
      how: known.how, usable: usable)
  }

  /// Forgets the second entry of a version that was destroyed.
  public mutating func forgetSecondEntry(of version: Int) {
    secondEntries.removeAll { $0.version == version }
  }
}
