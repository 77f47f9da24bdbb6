import ArgumentParser

/// `policy`: the law as data.
struct PolicyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      noun: "policy",
      Message("Check, show and pin the policy.", "規程を検査、表示、固定する。"),
      Message(
        """
        Purposes, form copies, roles, retention and accepted documents are YAML with articles and \
        dates. The vault pins one policy by a signed entry; editing a loose file changes nothing.
        """,
        """
        利用目的、書類、役割、保存期間、確認書類は、条文と日付の付いた YAML である。保管庫は署名つきの記録で一つの規程を\
        固定するので、手元のファイルを変えても効果はない。
        """),
      verbs: [PolicyCheckCommand.self, PolicyShowCommand.self, PolicyUpdateCommand.self])
  }
}
