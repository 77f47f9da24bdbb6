internal import Auditing
internal import JSON

/// What contractors gave back or destroyed, with or without proof (ガイドライン別添1 C-b, E-d).
struct ContractorReturns {
  private var unprovedEntries: [Int] = []
  /// The entry that ended a contract of which nothing came back yet, by contractor.
  private var ended: [String: Int] = [:]

  mutating func note(_ entry: Entry) {
    let told = CarriedEntry(entry).content
    guard told.outcome == .done else { return }
    switch told.action {
    // A file that came back or was destroyed, of which the entry tells no certificate.
    case "hand-over-returned": unprovedEntries.append(entry.index)
    case "entrustment-returned":
      if let contractor = told.text("contractor") { ended[contractor] = nil }
      if told.detail["certificate"] != .bool(true) { unprovedEntries.append(entry.index) }
    case "entrustment-end":
      if let contractor = told.text("contractor") { ended[contractor] = entry.index }
    // A contract that was registered again: the earlier end speaks of the earlier one.
    case "entrustment-add":
      if case .contract(let contract)? = told.authority { ended[contract.contractor] = nil }
    default: break
    }
  }

  /// Without a certificate.
  var unproved: EntryRanges { EntryRanges(unprovedEntries) }
  /// Ended, and nothing recorded since.
  var outstanding: EntryRanges { EntryRanges(ended.values) }
}
