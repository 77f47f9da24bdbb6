import MyNumberKit
import Testing

@testable import mynumber

/// What a vault gave out in a year: its log, a certificate of disposal, a disclosure to a person.
struct GivenOut {
  let vault: VaultID
  let log: [UInt8]
  /// The checkpoint that covers the whole log.
  let newest: SignedCheckpoint
  let certificate: [UInt8]
  let disclosure: [UInt8]
  /// The certificate on paper.
  let sheet: [UInt8]
  /// An access report in each form, all of them in the log.
  let reports: [ReportForm: [UInt8]]
  private let policy: Policy

  /// Made once in a process.
  static let shared = Result { try GivenOut() }

  private init() throws {
    let day = CalendarDate(year: 2026, month: 11, day: 22) ?? .first
    let fixture = try SampleVault.copy()
    let administrator = try fixture.signIn("admin")
    certificate = try #require(
      try Purge(administrator).run(asOf: day, acceptPresumed: false)
    ).bytes
    administrator.close()
    let accountant = try fixture.signIn("keiko")
    _ = try accountant.digits("0003")
    accountant.close()
    let auditor = try fixture.signIn("audrey")
    defer { auditor.close() }
    disclosure = try Disclosing(auditor).disclose(PersonCode("0003"), to: "0003.json").bytes
    policy = auditor.vault.policy
    reports = try Dictionary(
      uniqueKeysWithValues: ReportForm.Kind.allCases.map { kind in
        let form = ReportForm(kind, .japanese)
        let parameters = AccessReportParameters(asOf: day)
        return (form, try AccessReporting(auditor).report(parameters, as: form).bytes)
      })
    vault = auditor.vault.id
    sheet = try Self.sheet(of: certificate, vault, policy)
    log = try ExportedLog.bytes(of: auditor.vault)
    newest = auditor.vault.signature.checkpoint
  }

  private static func sheet(
    of certificate: [UInt8], _ vault: VaultID, _ policy: Policy
  ) throws -> [UInt8] {
    let verdict = try CertificateVerification(trusting: vault).verify(certificate)
    return try DisposalSheet(of: verdict, names: .japanese(policy)).pdf()
  }

  /// The certificate's paper, drawn again from what was signed.
  func drawnAgain() throws -> [UInt8] { try Self.sheet(of: certificate, vault, policy) }

  /// What the log gives for a report, as `audit verify --report` asks it.
  func verification(of report: [UInt8]) throws -> AccessReportVerification {
    let size = try #require(AccessReportVerification.size(statedBy: report))
    let finder = ReportRecordFinder(size: size)
    try verify(log: log, watchedBy: finder)
    let record = try #require(finder.record)
    #expect(finder.policy == policy.digestHex)
    let recount = AccessReportRecount(record, size: size, policy: policy)
    try verify(log: log, watchedBy: recount)
    return try recount.verification()
  }

  /// What `audit verify` says of a log, against the newest checkpoint.
  func verify(
    log: [UInt8], proving statement: LogStatement? = nil,
    watchedBy observer: (any LogObserver)? = nil
  ) throws {
    var verification = try LogVerification(
      trusting: vault, containing: newest, proving: statement, watchedBy: observer)
    try verification.take(log.span)
    _ = try verification.finish()
  }
}
