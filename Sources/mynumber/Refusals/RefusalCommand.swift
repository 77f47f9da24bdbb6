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
        so that the blank is seen to be no mere breach of duty (the tax agency's FAQ on statutory \
        documents): when and how somebody was asked, and what they answered. Tell them that it is a \
        duty under the law, and ask again. It is written into the person's record and the log, and \
        kept when the number is given later.

        Example:
        mynumber refusal list --due --vault acme.vault --as 鈴木
        """,
        """
        番号の提供が受けられないときは、提供を求めた経過等を記録・保存し、単なる義務違反でないことを明らかにしておけば、\
        番号を記載せずに書類を提出できる（国税庁 法定調書に関するFAQ）。法令で定められた義務であることを伝え、もう一度\
        求める。経過は本人の記録とログに残り、後で番号が提供されても消えない。

        例:
        mynumber refusal list --due --vault acme.vault --as 鈴木
        """),
      verbs: [RefusalRecordCommand.self, RefusalListCommand.self])
  }
}
