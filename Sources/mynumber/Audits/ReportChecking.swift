import MyNumberKit

/// Holds an access report against an exported log.
struct ReportChecking {
  let checking: LogChecking
  let context: CommandContext
  /// The folder of the policy that was in force; nil for the one that comes with the program.
  let policy: String?

  /// - Returns: What the log was found to be, and the report.
  func verdict(
    _ log: String, _ report: String
  ) throws -> (log: LogVerdict, report: AccessReportVerification) {
    let bytes = try InputFile.bytes(
      context.path(report), named: report, limit: CertificateVerification.limit)
    guard let size = AccessReportVerification.size(statedBy: bytes) else {
      throw Failure(ExitStatus.integrity, .noReport(report))
    }
    let finder = ReportRecordFinder(size: size)
    let verdict = try checking.verdict(log, watchedBy: finder)
    guard let record = finder.record, let digest = finder.policy else {
      throw Failure(ExitStatus.integrity, .reportNotInLog(report, size: size))
    }
    let recount = AccessReportRecount(record, size: size, policy: try policy(of: digest))
    _ = try checking.verdict(log, watchedBy: recount)
    do throws(ReportsError) {
      let verification = try recount.verification()
      try verification.verify(bytes, by: ProgramVersion.text)
      return (verdict, verification)
    } catch {
      throw Self.failure(error, report, size)
    }
  }

  private static func failure(_ error: ReportsError, _ file: String, _ size: Int) -> Failure {
    switch error {
    case .reportDiffers(let difference):
      Failure(ExitStatus.integrity, .reportDiffers(file, difference))
    case .otherProgram(let program): Failure(ExitStatus.noInput, .otherProgram(file, program))
    default: Failure(ExitStatus.integrity, .reportNotInLog(file, size: size))
    }
  }

  /// Names, review rules and roles' keys are the policy's, and must be those of the report's day.
  private func policy(of digest: String) throws -> Policy {
    let policy = try Policy(bundle: try PolicyFolder(context).bundle(self.policy))
    guard policy.digestHex == digest else {
      throw Failure(ExitStatus.noInput, .otherPolicy(digest))
    }
    return policy
  }
}
