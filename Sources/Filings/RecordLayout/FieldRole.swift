/// What a field tells of a person whose number another field holds.
public struct FieldRole: Hashable, Sendable {
  /// What it tells.
  enum Part: String, Sendable {
    /// The reading (氏名カナ).
    case kana
    /// The name in kanji.
    case name
    /// The birth date: six digits after the field of its era.
    case date
    /// The day of the birth date, after the fields of its era, year and month.
    case day
  }

  let owner: NumberOwner
  let part: Part

  /// Reads `self:kana`; nil for anything else.
  init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let owner = NumberOwner(parts[0]),
      let part = Part(rawValue: String(parts[1]))
    else { return nil }
    (self.owner, self.part) = (owner, part)
  }
}
