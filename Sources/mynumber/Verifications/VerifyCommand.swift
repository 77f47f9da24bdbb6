import ArgumentParser

/// `verify`: whether a number is the person's.
struct VerifyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      noun: "verify",
      Message("Check, record and report how people were verified.", "本人確認を判定、記録、報告する。"),
      Message(
        """
        Whoever collects a number verifies that it is the right number and the right person \
        (Article 16). Which documents do is judged by the law of the day on which they were shown. \
        A number that is not verified is never opened.
        """,
        """
        番号の提供を受けるときは、正しい番号であることと本人であることを確認する（番号法16条）。どの書類でよいかは、提示を\
        受けた日の法令による。確認の済んでいない番号は開かない。
        """),
      verbs: [
        VerifyCheckCommand.self, VerifyRecordCommand.self, VerifyAttestCommand.self,
        VerifyReportCommand.self,
      ])
  }
}
