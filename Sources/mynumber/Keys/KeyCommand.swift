import ArgumentParser

/// `key`: the key pairs of purposes and compartments.
struct KeyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      noun: "key",
      Message("Show and renew the keys of purposes.", "利用目的の鍵を表示し、更新する。"),
      Message(
        """
        Each purpose of use has a key pair, and so have the names (roster) and the evidence of \
        verification (evidence). When somebody who held a key leaves, its rotation is due.
        """,
        """
        利用目的ごとに鍵の対があり、氏名（roster）と本人確認の記録（evidence）にもある。鍵を持っていた人が去ると、その鍵の\
        更新が必要になる。
        """),
      verbs: [KeyListCommand.self, KeyRotateCommand.self])
  }
}
