/// What is missing or wrong in a verification; no case repeats what a file or a column says.
public enum IdentityShortfall: Hashable, Sendable {
  /// Nothing that proves the number.
  case numberDocument
  /// Too little that proves the identity.
  case identityDocuments(needed: Int)
  /// Nothing that proves the agent's power.
  case power
  /// A fact that was not stated.
  case factNotStated(IdentityFact)
  /// A fact that does not hold.
  case factFails(IdentityFact)
  /// The n-th document (from 1) is not one the policy knows.
  case documentUnknown(Int)
  /// The document was not accepted on that day.
  case documentNotInForce(id: String)
  /// The document is never accepted, such as the 個人番号通知書.
  case documentRefused(id: String)
  case documentExpired(id: String)
  /// Issued too long ago.
  case documentTooOld(id: String)
  /// Issued before the first day from which such a paper counts.
  case issuedTooEarly(id: String)
  /// Dated after the day it was shown.
  case issuedLater(id: String)
  case expiryNotStated(id: String)
  case issueDateNotStated(id: String)
  /// A column's day belongs to none of the documents, or could to several.
  case dayOfWhich
  /// A copy does not do face to face.
  case originalNeeded(id: String)
  /// The rule was not in force on that day.
  case ruleNotInForce(id: String)
  /// The rule is not for who lives there.
  case notForResidence
  /// The rule is not for such a person.
  case notForKind
  /// These documents do not do by this channel.
  case channel
  /// The employee verifies: asking for papers is collecting too much.
  case notTheEmployersToDo
  /// The number comes through the employee.
  case throughEmployee
  /// No form carries such a person's number.
  case noForm
  /// The consent's day is missing or later than the provision.
  case consentDate
  /// A column's method is missing.
  case methodMissing
  /// A column's day is missing.
  case dateMissing
  case dateInFuture
  /// The number has changed since: what was shown was another one.
  case beforeNumberChanged
  /// The number had not been given yet on that day.
  case beforeReceived
  /// Verification without particulars counts only once the responsible person attests it.
  case notAttested
}
