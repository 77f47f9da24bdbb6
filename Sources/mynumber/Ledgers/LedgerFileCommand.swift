import ArgumentParser

/// `ledger file`: files with numbers outside the vault.
struct LedgerFileCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      noun: "file",
      Message("Register files with numbers outside the vault.", "保管庫の外の特定個人情報ファイルを登録する。"),
      Message(
        """
        Papers, payroll software, copies of identity documents: with them 'ledger handling' lists every file (guideline, \
        annex 1, C-c). Each is a signed entry; texts have at most 200 characters and no number.
        """,
        """
        書類、給与ソフト、本人確認書類の写しなど。これらを登録すると 'ledger handling' が全てのファイルを載せる（ガイドライン別添1 C-c）。\
        いずれも署名つきで記録する。文は200文字以内、番号を含めない。
        """),
      verbs: [LedgerFileAddCommand.self, LedgerFileCloseCommand.self])
  }
}
