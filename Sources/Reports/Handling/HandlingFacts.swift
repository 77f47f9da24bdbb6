internal import Auditing
internal import JSON
internal import People

/// What a log says of how numbers were handled, taken entry by entry, all of them, in order.
struct HandlingFacts {
  /// Groups of entries that are counted.
  enum Group: Hashable {
    /// Numbers read, and files made with them.
    case uses, outputs
    case signIns
    /// Numbers that came in, and those checked by a second entry or person.
    case collected, checked
    case policies, users, grants
    case reviews, incidents, tellings
  }

  /// A purge that was carried out.
  struct Purge {
    let entry: Int
    let on: CalendarDate
    let user: String
    let count: Int
  }

  /// An imported file that was destroyed after the import.
  struct Source {
    let name: String
    let folder: String?
    let user: String
    let begun: Int
    var destroyed: (entry: Int, on: CalendarDate, user: String)?
  }

  /// What was destroyed of a purpose.
  struct Purged {
    var count = 0
    var last: CalendarDate
    var entries = EntryCollector()
  }

  private(set) var taken = 0
  private(set) var trail = AuthorityTrail()
  private(set) var exports = ExportBook()
  private(set) var backups = BackupBook()
  private(set) var reviews = ReviewBook()
  private(set) var handling = HandlingBook()
  private(set) var purges: [Purge] = []
  private(set) var purged: [String: Purged] = [:]
  /// Imported files whose destruction was begun, by their id.
  private(set) var sources: [String: Source] = [:]
  /// Who destroyed a file of the registers, by its id, and the entry.
  private(set) var disposals: [String: (entry: Int, user: String)] = [:]
  private(set) var incidents = IncidentBook()
  /// The numbers that nobody checked since they came.
  private(set) var unchecked = UncheckedNumbers()
  private(set) var returns = ContractorReturns()
  private var days = EntryDays()
  /// Restores: what was recorded here since the backup is not carried over.
  private(set) var restores: [Int] = []
  private var failures = EntryCollector()
  private var groups: [Group: EntryCollector] = [:]

  /// Takes the next entry, from entry 0 on.
  ///
  /// - Throws: `.entryMissing` for any other.
  mutating func take(_ entry: Entry) throws(ReportsError) {
    guard entry.index == taken else { throw .entryMissing(index: taken) }
    taken += 1
    trail.note(entry)
    exports.take(entry)
    backups.take(entry)
    reviews.take(entry)
    handling.take(entry)
    incidents.take(entry)
    unchecked.note(entry)
    returns.note(entry)
    days.note(entry)
    if entry.content.action == LogAction.signInFailed { failures.add(entry.index) }
    switch entry.content.outcome {
    case .done: noteDone(entry)
    case .allowed: if entry.content.action == "read" { add(entry, to: .uses) }
    case .refused, .failed: break
    }
  }

  /// The entries of a group.
  func entries(_ group: Group) -> EntryRanges { groups[group]?.gathered() ?? EntryRanges() }

  /// The failed sign-ins that no review looked at yet.
  var unreviewedFailures: EntryRanges { unreviewed(failures.gathered()) }

  /// Those of some entries that no review looked at yet.
  func unreviewed(_ entries: EntryRanges) -> EntryRanges {
    entries.after(reviews.through ?? -1)
  }

  /// The entries of before a day that no review looked at.
  func unreviewed(before day: CalendarDate) -> EntryRanges { unreviewed(days.entries(before: day)) }

  /// Imported files whose destruction was begun and not finished, until a review looked at that.
  var sourcesLeft: [Source] {
    let left = sources.values.filter { $0.destroyed == nil }.sorted { $0.begun < $1.begun }
    let open = unreviewed(EntryRanges(left.map(\.begun)))
    return left.filter { open.contains($0.begun) }
  }

  private mutating func add(_ entry: Entry, to group: Group) {
    groups[group, default: EntryCollector()].add(entry.index)
  }

  private mutating func noteDone(_ entry: Entry) {
    let content = entry.content
    switch content.action {
    case "init":
      add(entry, to: .policies)
      add(entry, to: .users)
    case "policy-update": add(entry, to: .policies)
    case "user-add": add(entry, to: .users)
    case "grant": add(entry, to: .grants)
    case "sign-in": add(entry, to: .signIns)
    case "export", "hand-over": add(entry, to: .outputs)
    case "import", "replace": if content.version != nil { add(entry, to: .collected) }
    case "compared": if content.text("result") == "match" { add(entry, to: .checked) }
    case "number-check":
      if content.detail["agreed"] == .bool(true) { add(entry, to: .checked) }
    case ReviewBook.action: add(entry, to: .reviews)
    case IncidentRecord.action:
      if IncidentRecord(entry) != nil { add(entry, to: .incidents) }
    case IncidentTelling.action: add(entry, to: .tellings)
    case "restore": restores.append(entry.index)
    default: noteDestroyed(entry)
    }
  }

  private mutating func noteDestroyed(_ entry: Entry) {
    let told = CarriedEntry(entry)
    switch told.content.action {
    case "purge-batch":
      purges.append(
        Purge(
          entry: entry.index, on: entry.time.japanDate, user: entry.content.actor,
          count: entry.content.count ?? 0))
    case "purged": notePurged(entry)
    case "source-shred", "source-shredded": noteSource(entry)
    case "export-disposed", "backup-disposed", "hand-over-returned":
      if let id = told.content.text("id") {
        disposals[id] = (entry.index, told.content.actor)
      }
    default: break
    }
  }

  private mutating func noteSource(_ entry: Entry) {
    let content = entry.content
    guard let id = content.text("id") else { return }
    if content.action == "source-shredded" {
      sources[id]?.destroyed = (entry.index, entry.time.japanDate, content.actor)
    } else if let name = content.text("file") {
      sources[id] = Source(
        name: name, folder: content.text("folder"), user: content.actor, begun: entry.index)
    }
  }

  private mutating func notePurged(_ entry: Entry) {
    let day = entry.time.japanDate
    for purpose in (entry.content.text("purposes") ?? "").split(separator: ",").map(String.init) {
      var purged = purged[purpose] ?? Purged(last: day)
      purged.count += 1
      purged.last = max(purged.last, day)
      purged.entries.add(entry.index)
      self.purged[purpose] = purged
    }
  }
}
