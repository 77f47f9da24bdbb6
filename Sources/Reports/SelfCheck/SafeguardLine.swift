internal import Auditing
public import Rules

/// An item of the self-check: what the log shows for it and what it shows to be missing.
public struct SafeguardLine: Hashable, Sendable {
  /// Where an item stands.
  public enum State: String, CaseIterable, Hashable, Sendable {
    /// Something is missing, whatever else was found.
    case missing
    case evidence
    /// A program can prove nothing of it.
    case notProvable = "not-provable"
  }

  /// Something found or missing, so many times, by these entries.
  public struct Finding<Kind: Hashable & Sendable>: Hashable, Sendable {
    public let kind: Kind
    public let count: Int
    public let entries: EntryRanges
  }

  public let item: SafeguardItem
  public internal(set) var found: [Finding<CheckEvidence>] = []
  public internal(set) var missing: [Finding<CheckGap>] = []

  public var state: State {
    if !missing.isEmpty { return .missing }
    return found.isEmpty ? .notProvable : .evidence
  }

  init(_ item: SafeguardItem) { self.item = item }

  /// Adds what was found, if there is any.
  mutating func find(_ kind: CheckEvidence, _ entries: EntryRanges, count: Int? = nil) {
    let count = count ?? entries.count
    if count > 0 { found.append(Finding(kind: kind, count: count, entries: entries)) }
  }

  /// Adds what is missing, if there is any.
  mutating func miss(_ kind: CheckGap, _ entries: EntryRanges, count: Int? = nil) {
    let count = count ?? entries.count
    if count > 0 { missing.append(Finding(kind: kind, count: count, entries: entries)) }
  }

  /// Adds that something is missing of some incidents, by what opened and assessed them.
  mutating func miss(_ incidents: [IncidentProgress], _ kind: CheckGap) {
    let entries = incidents.flatMap { [$0.opening] + ($0.look.map { [$0.entry] } ?? []) }
    miss(kind, EntryRanges(entries), count: incidents.count)
  }

  /// Adds that something is not there at all.
  mutating func miss(_ kind: CheckGap, if isMissing: Bool) {
    if isMissing { miss(kind, EntryRanges(), count: 1) }
  }
}
