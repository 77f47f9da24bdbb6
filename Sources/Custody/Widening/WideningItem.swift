internal import People
internal import Rules

/// A number in use whose data key is to be wrapped for one more key.
struct WideningItem {
  /// The person as it was read; it must still stand so when the wrap is stored.
  let person: VerifiedPerson
  /// The person's record as the same commit leaves it, with the declaration that allows the key.
  let record: PersonRecord
  /// The key to wrap for: a purpose's own, or a share's.
  let target: PurposeKey
  /// Why, for the log; empty for none.
  var reason = ""
}
