public import Auditing

/// Who could and did use the numbers of a vault, with the log entries behind every figure.
///
/// It holds users' names, people's codes and counts; no name of a person and no number. One value is
/// rendered as text, JSON, CSV and HTML by ``document``.
///
/// Source: guideline for businesses, annex 1 (ガイドライン別添1), C-b, C-c, C-e and F-c.
public struct AccessReport: Sendable {
  /// Which log, how far it is signed, what was asked.
  public let header: AccessReportHeader
  /// What is made of the vault's records and not of the log.
  public let records: AccessRecords
  /// The users, revoked ones included.
  public let users: [UserStanding]
  /// Who could open what on the day of the report, the recovery file included.
  public let access: [KeyAccess]
  /// Numbers read, by purpose, form and recipient.
  public let uses: [Figure<UseSubject>]
  /// Uses and refusals over time.
  public let timeline: Timeline
  /// Entries by user.
  public let activity: [Figure<ActivitySubject>]
  /// What was refused or failed, by rule.
  public let refusals: [Figure<RefusalSubject>]
  /// Sign-ins and failed ones.
  public let signIns: [Figure<SignInSubject>]
  /// Imports, declarations, verification and events.
  public let collection: [Figure<CollectionSubject>]
  /// Facts that a reviewer looks at, which are no verdicts.
  public let notable: [Figure<NotableSubject>]
  /// Numbers left blank on forms, by reason.
  public let blanks: [Figure<BlankSubject>]
  /// What left the vault in files; nil in a report about one person, whose files it does not know.
  public let exports: [LoggedEvent]?
  /// The files with numbers that stood on the day of the report; nil in one that is narrowed to a
  /// person, user or purpose.
  public let files: [FileStanding]?
  /// Numbers destroyed, by purpose.
  public let purged: [Figure<PurgeSubject>]
  /// The purges, with their certificates.
  public let purges: [LoggedEvent]
  /// Changes of users, keys, policy and employer.
  public let changes: [LoggedEvent]
  /// Recorded reviews of the log (点検), and incidents.
  public let reviews: [LoggedEvent]
  /// The review that looked furthest, whatever the report is narrowed to; nil where nobody reviewed.
  public let lastReview: ReviewRecord?
  /// The last entry that any review looked at; nil without a review.
  public let reviewedThrough: Int?
  /// What reviews found is to be done and no later one closed.
  public let openActions: [OpenAction]
  /// What was carried out and is not back, in a report that is not narrowed; nil in one that is.
  public let carriedOut: [HandlingMove]?
  /// Every entry shown, by action and outcome; what this program does not know is marked.
  public let entries: [Figure<EntryKind>]
  let names: ReportNames
}
