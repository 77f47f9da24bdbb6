import ArgumentParser

/// `ledger`: the declaration ledger.
struct LedgerCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      noun: "ledger",
      Message("Use the vault as the declaration ledger.", "保管庫を扶養控除等申告書の帳簿として使う。"),
      Message(
        """
        An employee may leave numbers out of the year's declarations if the employer keeps a \
        ledger made from an earlier one that bore them (所得税法198条4項). It holds numbers, and is \
        another thing than the handling ledger (取扱状況の管理台帳), which never does.
        """,
        """
        番号の記載のある申告書を先に受けて作成した帳簿を備えているときは、従業員はその年の申告書に番号を記載しなくてよい\
        （所得税法198条4項）。帳簿は番号を含むもので、番号を含まない取扱状況の管理台帳とは別である。
        """),
      verbs: [LedgerDeclareFormCommand.self])
  }
}
