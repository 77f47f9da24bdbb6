/// One request for a person's number and what came of it.
///
/// The tax office wants the course of the asking recorded and kept (提供を求めた経過等を記録、保存), so
/// that a blank is seen to be no mere breach of duty. A number given later takes nothing from it.
public struct NumberRequest: Hashable, Sendable {
  /// The day on which the person was asked.
  public let askedOn: CalendarDate
  /// How.
  public let method: RequestMethod
  /// What came of it.
  public let answer: RequestAnswer
  /// The day of the answer, if it is known.
  public let answeredOn: CalendarDate?
  /// The person's reason, in words without a number.
  public let reason: String?
  /// When the person is to be asked again.
  public let askAgainOn: CalendarDate?
  /// The user who recorded it.
  public let by: String

  /// Makes a request; an empty reason counts as none.
  public init(
    askedOn: CalendarDate, method: RequestMethod, answer: RequestAnswer,
    answeredOn: CalendarDate? = nil, reason: String? = nil, askAgainOn: CalendarDate? = nil,
    by: String
  ) {
    self.askedOn = askedOn
    self.method = method
    self.answer = answer
    self.answeredOn = answeredOn
    self.reason = reason.flatMap { $0.isEmpty ? nil : $0 }
    self.askAgainOn = askAgainOn
    self.by = by
  }

  /// Whether both tell of the same asking, whatever came of it.
  public func isSame(as other: NumberRequest) -> Bool {
    askedOn == other.askedOn && method == other.method
  }

  /// Whether both say the same in every word, whoever recorded them.
  public func saysTheSame(as other: NumberRequest) -> Bool {
    isSame(as: other) && answer == other.answer && answeredOn == other.answeredOn
      && reason == other.reason && askAgainOn == other.askAgainOn
  }

  /// What keeps the request from being recorded on a day; empty for a sound one.
  public func mistakes(asOf today: CalendarDate) -> [NumberRequestMistake] {
    var mistakes: [NumberRequestMistake] = []
    if today < askedOn { mistakes.append(.askedAhead) }
    if askedOn < LifeEvent.firstDay { mistakes.append(.askedTooEarly) }
    if let answeredOn, answeredOn < askedOn || today < answeredOn {
      mistakes.append(.answeredOutOfOrder)
    }
    if let askAgainOn, askAgainOn <= max(askedOn, answeredOn ?? askedOn) {
      mistakes.append(.askAgainTooEarly)
    }
    return mistakes
  }
}

extension NumberRequest {
  /// The fewest bytes of an encoded request.
  static let smallest = 22

  func write(to writer: inout RecordWriter) {
    writer.date(askedOn)
    writer.byte(method.rawValue)
    writer.byte(answer.rawValue)
    writer.date(answeredOn)
    writer.text(reason ?? "")
    writer.date(askAgainOn)
    writer.text(by)
  }

  init(_ reader: inout RecordReader, _ bytes: Span<UInt8>) throws(PeopleError) {
    askedOn = try reader.date(bytes)
    method = try reader.code(bytes)
    answer = try reader.code(bytes)
    answeredOn = try reader.optionalDate(bytes)
    reason = try reader.optionalText(bytes)
    askAgainOn = try reader.optionalDate(bytes)
    by = try reader.text(bytes)
  }
}
