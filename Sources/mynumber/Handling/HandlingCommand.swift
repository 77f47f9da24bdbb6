import ArgumentParser

/// `handling`: records of what is done with numbers outside the vault, and of the people who do it.
struct HandlingCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      noun: "handling",
      Message(
        "Record what is done with papers and media, and training and pledges.",
        "書類・媒体の取扱いと、研修・誓約を記録する。"),
      Message(
        """
        Signed entries in the same log, which 'ledger handling' and 'audit self-check' read (guideline, annex 1, C-b, \
        D, E-c, E-d). Texts have at most 200 characters and no number; name posts and departments, not people.
        """,
        """
        同じ記録に署名つきで残り、'ledger handling' と 'audit self-check' に表れる（ガイドライン別添1 C-b、D、E-c、E-d）。文は200文字以内、番号を含めない。\
        個人名でなく役職・部署で書く。
        """),
      verbs: [
        HandlingRecordCommand.self, HandlingReturnedCommand.self, HandlingCertifiedCommand.self,
        HandlingTrainingCommand.self,
        HandlingPledgeCommand.self, HandlingSizeCommand.self,
      ])
  }
}
