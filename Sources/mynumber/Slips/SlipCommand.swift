import ArgumentParser

/// `slip`: withholding slips and payment reports.
struct SlipCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      noun: "slip",
      Message("Make withholding slips with their numbers.", "番号を記載した源泉徴収票を作る。"),
      Message(
        """
        The payroll file says who is on a slip; the vault only supplies the number of the person \
        it matches. Each number passes the gate.
        """,
        """
        誰を記載するかは給与データが決める。保管庫は、対応した人の番号を渡すだけである。番号は一つずつゲートを通る。
        """),
      verbs: [
        SlipExportCommand.self, SlipPlanCommand.self, SlipSummaryCommand.self,
        SlipRetirementCommand.self, SlipPaymentCommand.self,
      ])
  }
}
