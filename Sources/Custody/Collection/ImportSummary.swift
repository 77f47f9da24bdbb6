public import Auditing
public import People
public import Rules
public import Wording

/// What an import did, or would do.
public struct ImportSummary: Sendable {
  /// People seen for the first time.
  public var added = 0
  /// Numbers sealed.
  public var numbers = 0
  /// People whose number is held already and was not touched.
  public var alreadyHeld = 0
  /// People whose other columns changed under `--update`.
  public var updated = 0
  /// Numbers replaced.
  public var replaced = 0
  /// People whose number took its place by the same replacement before and was not touched, by code,
  /// and on which day.
  public var replacedBefore: [String: CalendarDate] = [:]
  /// Wrong numbers that were not destroyed, by code: they were filed, or a hold keeps them.
  public var wrongKept: [String: Refusal] = [:]
  /// The certificate of the wrong numbers destroyed; nil if none was.
  public var certificate: DisposalCertificate?
  /// People without a number, by reason.
  public var withoutNumber: [NoNumberReason: Int] = [:]
  /// People whose number rests on an attestation of the importing user.
  public var legacy = 0
  /// People of 記録なし, whose number waits for somebody to attest it.
  public var claimed = 0
  /// People with a number whose verification is not complete: code and what is missing.
  public var unverified: [String: [IdentityGap]] = [:]
  /// People whose verification rests on a paper of which the file states no last day (or day of
  /// issue).
  public var datesAssumed = 0
  /// People with a number held already of whose verification the update recorded what the row says.
  public var verified: [String] = []
  /// People of whom it did not, by code, and why.
  public var notTaken: [String: Phrase] = [:]
  /// Family members without a number whom no form carries, by code, and why they are not asked.
  public var notToAsk: [String: Phrase] = [:]
  /// Payees whose number was taken though the year's payments may stay below the threshold, by code.
  public var unclearPayees: [String: PaymentDoubt] = [:]
  /// Offices to tell, or documents to correct, for the numbers replaced.
  public var toNotify = 0
  /// People whose name or address changed, by code: the ledger is outdated for them.
  public var ledgerOutdated: [String] = []
  /// What each column was read from; only with a mapping.
  public var matches: [ColumnMatch] = []
  /// Columns that nobody knows.
  public var unknownColumns: [String] = []
  /// The purposes that each person is told, in the order of the file; only of a dry run.
  public var told: [(code: PersonCode, purposes: [PurposeID])] = []
  /// People known already whose standing asks for purposes they were never told of, or for which their
  /// number was never sealed, by purposes.
  ///
  /// An update tells nobody of anything, and a number is not used for what was not told: the
  /// purposes are to be declared.
  public private(set) var untold: [(codes: [PersonCode], purposes: [PurposeID])] = []
  /// True if something was written.
  public var changed: Bool { added + numbers + updated + replaced > 0 }

  /// Nothing done yet.
  public init() {}

  mutating func add(untold purposes: [PurposeID], of code: PersonCode) {
    if let place = untold.firstIndex(where: { $0.purposes == purposes }) {
      untold[place].codes.append(code)
    } else {
      untold.append(([code], purposes))
    }
  }
}
