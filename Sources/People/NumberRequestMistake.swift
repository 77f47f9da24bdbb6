public import Wording

/// Why a request for a number cannot be recorded.
public enum NumberRequestMistake: Hashable, Sendable {
  /// Nobody was asked on a day that lies ahead.
  case askedAhead
  /// Nobody was asked before there were numbers.
  case askedTooEarly
  /// The answer is before the request, or lies ahead.
  case answeredOutOfOrder
  /// The day to ask again is not after the request and its answer.
  case askAgainTooEarly
}

extension NumberRequestMistake: Worded {
  public var phrase: Phrase {
    switch self {
    case .askedAhead: "the day of the request lies ahead"
    case .askedTooEarly:
      "the request is before there were numbers (\(LifeEvent.firstDay.isoText))"
    case .answeredOutOfOrder: "the answer is before the request, or lies ahead"
    case .askAgainTooEarly: "the day to ask again is not after the request and its answer"
    }
  }
}
