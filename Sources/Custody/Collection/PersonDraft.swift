internal import People
internal import Rules
internal import Wording

/// What one row of the person file says, checked by itself.
struct PersonDraft {
  var line: Int
  var employee: PersonCode
  /// 家族番号, if the row gives one.
  var dependentNumber: Int?
  var kind: PersonKind
  var relationship: Relationship?
  var standing: DependentStanding
  var profile: Profile
  var hiredOn: CalendarDate?
  var leftOn: CalendarDate?
  var leaveReason: LeaveReason?
  var lastPaidOn: CalendarDate?
  var noNumberReason: NoNumberReason?
  var verification: Verification
  /// What the verification lacks.
  var missing: [IdentityGap]
  /// Whether it rests on a paper of which no last day is stated.
  var assumesDates: Bool
  /// What the row says of the verification.
  var shown: EvidenceFields
  /// The evidence record, as it is sealed.
  var evidence: [UInt8]?
  /// 利用目的, if the row names some.
  var purposes: [PurposeID]?
  /// For a payee whose year's payments may stay below the threshold.
  var doubt: PaymentDoubt?
  /// For a family member whom no form carries: why the number may not be asked for.
  var noForm: Phrase?

  /// What the row says happened to the person.
  var events: [LifeEvent] = []
  /// For family: what happened to the employee.
  var employeeEvents: HouseholdEvents?

  /// Family stands under an employee's code with a number of its own.
  var isFamily: Bool { kind == .family }

  /// By which a family member is recognised: birth date and folded name.
  var identity: FamilyIdentity { FamilyIdentity(profile) }
}
