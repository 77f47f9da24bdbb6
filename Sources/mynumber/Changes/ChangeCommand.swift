import ArgumentParser

/// `change`: whom to tell of numbers that changed or were wrong.
struct ChangeCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      noun: "change",
      Message("Track the offices to tell of a changed or wrong number.", "番号の変更・訂正の届出先を追う。"),
      Message(
        """
        A number changes when it leaked (番号法7条2項), and a wrong one is corrected; both are \
        entered by 'person import --replace change|correction'. From then on the policy says which \
        offices must be told, by which form and how soon, until it is marked as done.

        Example:
        mynumber change list --open --vault acme.vault --as 鈴木
        """,
        """
        番号は漏えい等により変わることがあり（番号法7条2項）、誤りは訂正する。いずれも person import --replace \
        change|correction で取り込む。規程が定める届出先・書類・期限が、届け出たと記録するまで残る。

        例:
        mynumber change list --open --vault acme.vault --as 鈴木
        """),
      verbs: [ChangeListCommand.self, ChangeDoneCommand.self])
  }
}
