internal import People

/// Which of a person's numbers goes into a place of a filing.
public enum WantedNumber: Hashable, Sendable {
  /// The one in use.
  case current
  /// The one of a version that is not in use any more.
  case version(Int)
  /// None: it was left blank on the slip that is voided.
  case blank

  /// What stands on the slip that is voided; nil for somebody who does not stand on it.
  ///
  /// - Parameters:
  ///   - day: The day whose number it is; nil for what the register knows.
  ///   - filed: What the register knows.
  init?(ofVoided record: PersonRecord, asOf day: CalendarDate?, filed: FiledSlip?) {
    let version: Int?
    if let day {
      version = record.versionHeld(on: day)
    } else {
      guard let written = filed?.versions[record.code] else { return nil }
      version = written
    }
    switch version {
    case nil, record.currentVersion: self = .current
    case 0: self = .blank
    case let version?: self = .version(version)
    }
  }
}
