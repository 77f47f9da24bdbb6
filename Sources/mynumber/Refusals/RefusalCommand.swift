import ArgumentParser

/// `refusal`: who was asked for a number, and what came of it.
struct RefusalCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      noun: "refusal",
      Message("Keep the record of requests for numbers.", "番号の提供を求めた経過を記録する。"),
      Message(
        """
        A document may be filed without a number if the course of the asking is recorded and kept, \
        so that the blank is seen to be no mere breach of duty: when and how somebody was asked, \
        and what they answered. Tell them that it is a duty under the law, and ask again.
        """,
        """
        番号の提供が受けられないときは、提供を求めた経過等を記録・保存し、単なる義務違反でないことを明らかにしておけば、\
        番号を記載せずに書類を提出できる。法令で定められた義務であることを伝え、もう一度求める。
        """),
      verbs: [RefusalRecordCommand.self, RefusalListCommand.self])
  }
}
