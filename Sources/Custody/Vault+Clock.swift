public import People

extension Vault {
  /// How far the clock may be behind the newest entry, in seconds: clocks of two computers differ.
  static let clockTolerance: Int64 = 300

  /// The later of the clock and the newest entry's time.
  ///
  /// Who may still act and what may still be read goes by it, so that neither an expired user nor
  /// a number past its disposal revives when the clock is set back. What is destroyed goes by the
  /// clock (`today`): an entry that was once made with a clock far ahead destroys nothing.
  public var decisionTime: Timestamp { max(environment.now(), latestTime) }

  /// The day of ``decisionTime`` in Japan.
  public var decisionDay: CalendarDate { decisionTime.japanDate }

  /// By how many seconds the clock is behind the newest entry; nil if it is not, or a few minutes.
  public var clockDelay: Int? { delay(at: environment.now()) }

  func delay(at time: Timestamp) -> Int? {
    let delay = latestTime.seconds - time.seconds
    return delay > Self.clockTolerance ? Int(delay) : nil
  }
}
