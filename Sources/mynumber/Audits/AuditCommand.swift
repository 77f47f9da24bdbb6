import ArgumentParser

/// `audit`: the auditor's work.
struct AuditCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      noun: "audit",
      Message("Report on, export and verify the access log.", "取扱記録を報告、書き出し、検証する。"),
      Message(
        """
        The log holds every read, refusal and change of authority, hashed into a tree and signed \
        by who acted. An auditor sees no number and no name.
        """,
        """
        記録には、全ての読み取り、拒否、権限の変更があり、木構造のハッシュと操作者の署名が付く。監査者には番号も氏名も\
        見えない。
        """),
      verbs: [
        AuditReportCommand.self, AuditExportCommand.self, AuditCheckpointCommand.self,
        AuditVerifyCommand.self, AuditDiscloseCommand.self, AuditWitnessKeyCommand.self,
        AuditCountersignCommand.self, AuditSignOffCommand.self, AuditSelfCheckCommand.self,
      ])
  }
}
