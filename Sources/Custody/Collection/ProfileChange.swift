internal import People
internal import Text

/// What of a profile the declaration ledger holds too (所得税法施行規則76条の2).
enum ProfileChange {
  /// The events of what differs; widths and spaces are no difference, nor is what was not known.
  static func changes(from known: Profile, to new: Profile) -> [LifeEventKind] {
    var changes: [LifeEventKind] = []
    if Folding.key(known.name) != Folding.key(new.name) { changes.append(.nameChanged) }
    if let old = known.address, let address = new.address, Folding.key(old) != Folding.key(address)
    {
      changes.append(.addressChanged)
    }
    return changes
  }
}
