/// A question that no paper answers and on which a rule depends: a closed list.
///
/// Consent is not among them: it opens nothing.
public enum IdentityFact: String, CaseIterable, Hashable, Sendable {
  /// The name and the birth date or address agree on all papers.
  case particularsAgree = "particulars-agree"
  /// No paper with a photograph can be shown.
  case photoIdentityDifficult = "photo-identity-difficult"
  /// Neither card nor resident record can be shown.
  case residentRecordDifficult = "resident-record-difficult"
  /// No paper of the power as such can be shown.
  case powerPapersDifficult = "power-papers-difficult"
  /// The notification card's entries have not changed since 2020-05-25.
  case unchangedSince20200525 = "unchanged-since-2020-05-25"
  /// What changed before 2020-05-25 was written onto the notification card by the office.
  case earlierChangesEntered = "earlier-changes-entered"
  /// The card's electronic record was received and checked with certified software.
  case certifiedSoftware = "certified-software"
  /// Our record was made after a proper verification.
  case recordedAfterVerification = "recorded-after-verification"
  /// The identity was checked by papers at hiring.
  case identityCheckedAtHiring = "identity-checked-at-hiring"
  /// It is plain to see that it is the same person.
  case plainlySamePerson = "plainly-same-person"
  /// The authority that uses the number recognises the paper.
  case paperRecognised = "paper-recognised"
  /// The authority that uses the number recognises the way of sending.
  case methodRecognised = "method-recognised"
  /// The login was handed out by the employer after an identity check.
  case loginIssuedAfterCheck = "login-issued-after-check"
  /// The employer may verify electronic signatures (署名検証者).
  case signatureVerifier = "signature-verifier"
  /// The call confirms a record that already exists.
  case confirmsExistingRecord = "confirms-existing-record"
  /// Something was told that only the person can know.
  case knownOnlyToPerson = "known-only-to-person"
  /// Something was told that only the person and the agent can know.
  case knownOnlyToPersonAndAgent = "known-only-to-person-and-agent"
  /// The paper bears the name and the birth date.
  case showsNameAndBirthDate = "shows-name-and-birth-date"
  /// The employee's check was entrusted in writing.
  case entrustedInWriting = "entrusted-in-writing"
  /// The consent names this employer and the data.
  case consentNamesEmployer = "consent-names-employer"
  /// The employment, or the new one, had been decided before the number was given.
  case employmentDecided = "employment-decided"
  /// The papers came without being asked for.
  case documentsVolunteered = "documents-volunteered"
}
