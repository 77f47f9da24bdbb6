import ArgumentParser

/// `ledger`: the handling ledger, and the declaration ledger.
struct LedgerCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      noun: "ledger",
      Message("Show the handling ledger and the declaration ledger.", "取扱状況の台帳と、扶養控除等申告書の帳簿を示す。"),
      Message(
        """
        The handling ledger (取扱状況を確認する手段) lists every file with numbers, in the vault and outside of it, \
        and never holds a number. The declaration ledger (帳簿, 所得税法198条4項) does: an employee may leave numbers \
        out of the year's declarations if the employer keeps a ledger made from an earlier one that bore them.
        """,
        """
        取扱状況の台帳（取扱状況を確認する手段）は、保管庫の内外の特定個人情報ファイルを全て載せ、番号を含まない。帳簿（所得税法198条4項）は\
        番号を含む別のもので、番号の記載のある申告書を先に受けて作成した帳簿を備えているときは、従業員はその年の申告書に番号を記載しなくてよい。
        """),
      verbs: [LedgerDeclareFormCommand.self, LedgerHandlingCommand.self, LedgerFileCommand.self])
  }
}
