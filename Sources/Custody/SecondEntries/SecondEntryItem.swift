internal import People
internal import Sealing

/// A second entry on its way into the vault: sealed, nothing of it is plain.
struct SecondEntryItem {
  /// The person as they were when it was sealed.
  var person: VerifiedPerson
  /// The version of the number that it repeats.
  var version: Int
  var value: SealedValue
  var wraps: SealedWraps
  /// The declaration that stands in the wraps.
  var declaration: DeclarationID
}
