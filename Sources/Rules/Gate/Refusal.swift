public import People

/// Why something may not be done: a closed list, each with its rule, its article and a remedy.
///
/// No case holds a number, a name or key bytes.
public enum Refusal: Error, Hashable, Sendable {
  /// Nobody is signed in, or the passphrase is wrong.
  case notSignedIn
  /// The session has ended.
  case sessionExpired
  /// The user's grant ended with this day.
  case grantNotInDate(until: CalendarDate)
  /// The user has no role that the pinned policy knows.
  case roleUnknown
  /// No role of the user allows the action.
  case roleForbids(Action)
  /// No role of the user may hold the purpose's key.
  case roleForbidsPurpose(PurposeID)
  /// A read must say which purpose it serves.
  case purposeMissing
  case purposeUnknown(PurposeID)
  case purposeNotInForce(PurposeID)
  /// No law makes it number-related affairs, so that nobody can be told of it.
  case purposeForbidden(ForbiddenPurpose)
  /// A read must say on which form copy the number goes.
  case formMissing
  case formUnknown(FormCopyID)
  case formNotInForce(FormCopyID)
  case formNotOfPurpose(FormCopyID, PurposeID)
  /// The copy carries nobody's number.
  case formCarriesNobody(FormCopyID)
  /// The copy carries numbers, but not of such a person.
  case formNotForSubject(FormCopyID)
  /// The person is not verified for this purpose, for what is missing.
  case notVerified(PurposeID, missing: [IdentityGap])
  /// The verification names a rule that was not in force on its day.
  case verificationRuleNotInForce(on: CalendarDate)
  /// There are particulars of a verification, which do not suffice: they cannot be attested away.
  case particularsKept
  /// The number was received on or after the day from which a verification had to be recorded: it
  /// cannot be attested away. The first day is the person's, the other that from which it counts.
  case receivedSince(CalendarDate, limit: CalendarDate)
  /// The employee verifies this person: the employer has nothing to attest.
  case employeeVerifies
  /// The number is verified or attested already.
  case verifiedAlready
  /// The purpose was never declared to the person.
  case notDeclared(PurposeID)
  /// The retention for the purpose ended.
  case pastDisposal(PurposeID, lastDay: CalendarDate)
  /// The session does not hold the purpose's private key.
  case keyNotHeld(PurposeID)
  /// The session holds none of the keys that open the number, which are of these purposes.
  case numberNotOpened([PurposeID])
  /// There is no wrapped data key for the purpose.
  case noWrap(PurposeID)
  /// The person has no number, for this reason.
  case noNumber(NoNumberReason?)
  /// The number version asked for is not there or no longer usable.
  case noVersion(Int)
  /// The version asked for was never the person's number: it was collected wrongly.
  case versionWrong(Int)
  /// The version asked for was destroyed.
  case versionPurged(Int)
  /// The number was destroyed for the purpose.
  case purged(PurposeID, on: CalendarDate)
  /// A read must give a reason.
  case reasonMissing
  /// The number still waits for the second person's entry.
  case secondEntryMissing
  /// The two entries of the number differ, or a check found it wrong.
  case secondEntryDiffers
  /// The two entries of the number are sealed and were not compared yet.
  case notCompared
  /// Whoever entered the number first cannot be the second.
  case secondEntryBySame
  /// Neither the person nor a form of the purpose needs the number.
  case collectionNotNeeded(PurposeID)
  /// The form is of an income year, which must be named.
  case yearMissing(FormCopyID)
  /// The copy is not filed for the slip of that income year.
  case copyNotFiled(NeedlessCopy)
  /// A hold keeps the number.
  case onHold
  /// The disposal rests on a presumption that was not accepted.
  case presumptionNotAccepted(PurposeID)
  /// No second user approved the plan of the purge as it is now.
  case purgeNotApproved
  /// Something stands against entrusting the number to a contractor.
  case entrustment(EntrustmentGap)
  /// The number was not shared with the contractor for the purpose.
  case notShared(PurposeID, ContractorID)
  /// The retention has not ended.
  case stillKept(PurposeID, lastDay: CalendarDate?)
}
