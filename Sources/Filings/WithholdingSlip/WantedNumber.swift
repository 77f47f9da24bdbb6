/// Which of a person's numbers goes into a place of a filing.
public enum WantedNumber: Hashable, Sendable {
  /// The one in use.
  case current
  /// The one of a version that is not in use any more.
  case version(Int)
  /// None: it was left blank on the slip that is voided.
  case blank
}
