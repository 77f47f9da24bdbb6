public import Wording

/// Why an event cannot be recorded: what it lacks, or a day or year that is a slip of the pen.
public enum LifeEventMistake: Hashable, Sendable, Worded {
  /// Its kind must say this; without it retention could not count the event.
  case missing(LifeEventField)
  /// Its kind says nothing of this.
  case needless(LifeEventField)
  /// The income year is before numbers were used, or after the next.
  case yearOutOfRange(ClosedRange<Int>)
  /// What is received, done or filed does not lie ahead.
  case dayAhead
  /// What ends, is received or is filed was not so before there were numbers.
  case dayTooEarly

  public var phrase: Phrase {
    switch self {
    case .missing(let field): "the event must say its \(field.rawValue)"
    case .needless(let field): "the event has no \(field.rawValue)"
    case .yearOutOfRange(let years):
      "the income year is not from \(years.lowerBound) to \(years.upperBound)"
    case .dayAhead: "what was received or done does not lie ahead"
    case .dayTooEarly: "the day is before there were numbers (\(LifeEvent.firstDay.isoText))"
    }
  }
}
