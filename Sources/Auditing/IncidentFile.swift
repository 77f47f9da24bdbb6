internal import People
public import Rules

/// An incident with everything that its entries say.
public struct IncidentFile: Sendable {
  /// The entry that opened it.
  public let opening: IncidentRecord
  /// What is known by now.
  public private(set) var facts = IncidentFacts()
  /// What later days counted, in order.
  public private(set) var recounts: [IncidentCount] = []
  /// The indices of the entries that added facts.
  public private(set) var entries: [Int] = []
  private var lastDay: CalendarDate?

  /// Opens the file.
  public init(_ opening: IncidentRecord) { self.opening = opening }

  /// Takes a later entry; one of another incident changes nothing.
  public mutating func take(_ entry: Entry) {
    guard var later = IncidentFacts(entry),
      entry.content.integer("incident") == opening.entry, entry.index > opening.entry
    else { return }
    // A clock that was set back moves nothing to before what was noted already.
    let noted = max(entry.time.japanDate, lastDay ?? opening.knownOn)
    lastDay = noted
    let day = later.on.map { min(max($0, opening.knownOn), noted) } ?? noted
    // A wrongful cause that is found later makes it reportable from the day on which that was known.
    if later.cause?.isWrongful == true, !opening.cause.isWrongful {
      later.wrongfulOn = later.wrongfulOn ?? day
    }
    facts = facts.updated(by: later)
    entries.append(entry.index)
    if let people = later.people { note(people, on: day) }
  }

  /// Of several counts of a day the largest stands: a count above a hundred begins a duty.
  private mutating func note(_ people: Int, on day: CalendarDate) {
    let place = recounts.firstIndex { $0.on >= day } ?? recounts.endIndex
    guard place < recounts.endIndex, recounts[place].on == day else {
      return recounts.insert(IncidentCount(on: day, people: people), at: place)
    }
    recounts[place] = IncidentCount(on: day, people: max(recounts[place].people, people))
  }

  /// The cause as known by now; one that was wrongful from the first stays so.
  public var cause: IncidentCause {
    opening.cause.isWrongful ? opening.cause : facts.cause ?? opening.cause
  }

  /// What happened or is feared, as known by now.
  public var harms: CaseSet<IncidentHarm> {
    var harms = opening.harms
    harms.formUnion(facts.harms)
    return harms
  }

  /// The case that the facts make.
  ///
  /// - Parameter people: The most people that the log and the registers find, at least 1.
  public func question(people: Int) -> IncidentCase {
    var question = IncidentCase(
      knownOn: opening.knownOn, harms: harms,
      cause: opening.cause.isWrongful || !cause.isWrongful ? cause : opening.cause, people: people)
    question.people = max(people, opening.people ?? 0)
    // What was counted on the day of knowing is what was first known.
    for count in recounts where count.on <= opening.knownOn {
      question.people = max(question.people, count.people)
    }
    question.recounts = recounts.filter { $0.on > opening.knownOn }
    if !question.cause.isWrongful { question.wrongfulOn = facts.wrongfulOn }
    question.isOpenToMany = facts.isOpenToMany == true
    question.isRecoveredUnseen = facts.isRecoveredUnseen == true
    question.hasCopy = facts.hasCopy == true
    question.contractor = facts.contractorKnewOn.map {
      IncidentContractor(knownOn: $0, toldOn: facts.contractorToldOn)
    }
    return question
  }
}
