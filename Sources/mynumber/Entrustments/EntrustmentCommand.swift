import ArgumentParser

/// `entrustment`: the register of contractors.
struct EntrustmentCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      noun: "entrustment",
      Message("Keep the register of contractors.", "委託先を管理する。"),
      Message(
        """
        Whoever entrusts number-related work must choose, bind and watch the contractor (Article 11), \
        and nobody re-entrusts without the permission of whoever entrusted first (Article 10). A \
        contract without a mandatory clause is shown and nothing is given by it.
        """,
        """
        個人番号関係事務を委託する者は、委託先の選定、契約、取扱状況の把握をしなければならない（番号法11条）。再委託には、\
        どの段階でも最初の委託者の許諾が要る（10条）。必須の条項を欠く契約では、何も渡せない。
        """),
      verbs: [
        EntrustmentAddCommand.self, EntrustmentListCommand.self, EntrustmentShowCommand.self,
        EntrustmentCheckCommand.self, EntrustmentSuperviseCommand.self,
        EntrustmentShareCommand.self, EntrustmentEndCommand.self, EntrustmentReturnedCommand.self,
      ])
  }
}
