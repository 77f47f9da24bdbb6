internal import People
internal import Rules

/// One person before and after a declaration.
struct DeclarationDraft {
  let person: VerifiedPerson
  /// The record as it will stand.
  let record: PersonRecord
  let told: [PurposeID]
  let known: [PurposeID]
  /// The purposes that no form of such a person carries.
  let needless: [PurposeID]
  /// The keys for which the number held already is wrapped.
  let items: [WideningItem]
}
