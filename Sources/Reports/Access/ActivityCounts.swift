internal import Auditing
internal import JSON
internal import People

/// What the entries shown add up to, section by section.
struct ActivityCounts {
  /// The one purpose that is counted; nil for all.
  private let purpose: String?
  private(set) var shown = 0
  private(set) var first: Timestamp?
  private(set) var last: Timestamp?
  private(set) var uses = FigureCounter<UseSubject>()
  private(set) var byUser = FigureCounter<ActivitySubject>()
  private(set) var refusals = FigureCounter<RefusalSubject>()
  private(set) var signIns = FigureCounter<SignInSubject>()
  private(set) var collection = FigureCounter<CollectionSubject>()
  private(set) var blanks = FigureCounter<BlankSubject>()
  private(set) var purged = FigureCounter<PurgeSubject>()
  private(set) var days = FigureCounter<DaySubject>()
  private(set) var kinds = FigureCounter<EntryKind>()
  private(set) var exports: [LoggedEvent] = []
  private(set) var purges: [LoggedEvent] = []
  private(set) var changes: [LoggedEvent] = []
  private(set) var reviews: [LoggedEvent] = []

  init(of purpose: String? = nil) { self.purpose = purpose }

  mutating func note(_ entry: Entry) {
    let content = entry.content
    shown += 1
    if first == nil { first = entry.time }
    last = entry.time
    kinds.add(EntryKind(action: content.action, outcome: content.outcome), entry: entry.index)
    byUser.add(
      ActivitySubject(
        user: content.actor, role: content.role, action: content.action, purpose: content.purpose,
        outcome: content.outcome), entry: entry.index)
    noteSignIn(content, entry.index)
    if content.outcome == .refused { return noteTrouble(entry) }
    if content.outcome == .failed { noteTrouble(entry) }
    noteDone(entry)
  }

  private mutating func noteSignIn(_ content: EntryContent, _ index: Int) {
    guard LogAction.signIns.contains(content.action) else { return }
    signIns.add(
      SignInSubject(
        user: content.actor, action: content.action, outcome: content.outcome,
        isClockBehind: content.detail[EntryContent.clockDelay] != nil),
      entry: index)
    // Failures of the same second have no entry of their own, and nobody noted whom they named.
    guard let more = content.count else { return }
    signIns.add(
      SignInSubject(
        user: "unknown", action: LogAction.signInFailed, outcome: .refused, isClockBehind: false),
      count: more, entry: index)
  }

  private mutating func noteDay(_ entry: Entry, _ event: DaySubject.Event) {
    days.add(
      DaySubject(day: entry.time.japanDate, event: event, purpose: entry.content.purpose),
      entry: entry.index)
  }

  private mutating func noteTrouble(_ entry: Entry) {
    let content = entry.content
    guard content.action != LogAction.signInFailed else { return }
    noteDay(entry, content.outcome == .refused ? .refused : .failed)
    refusals.add(
      RefusalSubject(
        rule: content.rule, article: content.article, action: content.action,
        outcome: content.outcome), entry: entry.index)
  }

  private mutating func noteDone(_ entry: Entry) {
    let content = entry.content
    noteDeclaration(content, entry.index)
    if content.authority != nil || LogAction.changes.contains(content.action) {
      return changes.append(LoggedEvent(entry))
    }
    switch content.action {
    case "read":
      noteUse(content, entry.index)
      if content.outcome == .allowed { noteDay(entry, .use) }
    case "blank": noteBlank(content, entry.index)
    case let action where LogAction.reviews.contains(action): reviews.append(LoggedEvent(entry))
    case let action where LogAction.purges.contains(action): notePurge(entry)
    case let action where LogAction.collection.contains(action):
      noteCollection(content, entry.index)
    case let action where LogAction.exports.contains(action):
      // A register has a line a file; what concerns one person is counted, but for a disclosure.
      if content.person == nil || action == "disclose" { exports.append(LoggedEvent(entry)) }
    default: break
    }
  }

  private mutating func noteUse(_ content: EntryContent, _ index: Int) {
    uses.add(
      UseSubject(
        purpose: content.purpose, form: content.form, recipient: content.recipient,
        article: content.article, outcome: content.outcome), entry: index)
  }

  private mutating func noteBlank(_ content: EntryContent, _ index: Int) {
    blanks.add(
      BlankSubject(reason: content.rule, purpose: content.purpose, form: content.form),
      count: content.person == nil ? content.count ?? 1 : 1, entry: index)
  }

  /// What concerns a person is counted by purpose; a batch's own entry is a line of the register.
  private mutating func notePurge(_ entry: Entry) {
    let content = entry.content
    guard content.person != nil else { return purges.append(LoggedEvent(entry)) }
    for purpose in purposes(of: content) {
      purged.add(
        PurgeSubject(
          action: content.action, purpose: purpose, rule: content.rule, outcome: content.outcome),
        entry: entry.index)
    }
  }

  private mutating func noteCollection(_ content: EntryContent, _ index: Int) {
    let isBatch = content.person == nil
    collection.add(
      CollectionSubject(
        action: content.action, isBatch: isBatch, purpose: content.purpose,
        outcome: content.outcome), count: isBatch ? content.count ?? 1 : 1, entry: index)
  }

  /// Each purpose of a declaration counts once for the person.
  private mutating func noteDeclaration(_ content: EntryContent, _ index: Int) {
    guard content.declaration != nil, content.person != nil else { return }
    for purpose in purposes(of: content) {
      collection.add(
        CollectionSubject(
          action: "declaration", isBatch: false, purpose: purpose, outcome: content.outcome),
        entry: index)
    }
  }

  /// The purposes that the entry names, each once, of those that are counted; where it names none, its own,
  /// if any.
  private func purposes(of content: EntryContent) -> [String?] {
    let found = content.purposes
    if found.isEmpty { return [content.purpose] }
    return found.filter { purpose == nil || $0 == purpose }.sorted(by: precedes)
  }
}
