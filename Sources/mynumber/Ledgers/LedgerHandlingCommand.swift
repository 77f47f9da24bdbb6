import ArgumentParser
import MyNumberKit

/// `ledger handling`: every file with numbers, what was destroyed, carried and posted, and who was trained.
struct LedgerHandlingCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "handling",
      Message("Show the handling ledger: every file with numbers.", "取扱状況の台帳（全ての特定個人情報ファイル）を示す。"),
      Message(
        """
        Of the vault by purpose, of files registered outside of it, of files made from it and of its copies: the \
        guideline's five items (annex 1, C-c). Then what was destroyed, carried, posted and received, and the training \
        and pledges of users. It is made from the log alone, without a key, and holds no number. CSV has the files. \
        The log notes who asked.
        """,
        """
        保管庫（利用目的ごと）、保管庫の外の登録ファイル、作成した書類ファイル、バックアップについて、ガイドライン別添1 C-c の5項目を示す。\
        続いて、廃棄、持ち運び・送付・受領、研修・誓約の記録を示す。記録だけから鍵なしに作り、番号を含まない。CSVはファイルの一覧である。\
        見たことも記録する。
        """),
      example: "mynumber ledger handling --vault acme.vault --as 監査")
  }

  @OptionGroup var format: FormatOptions
  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let session = try VaultAccess(context).signIn(options, for: .audit)
    let vault = session.vault
    let asOf = vault.decisionDay
    try session.note(.handlingLedger(asOf: asOf))
    var builder = HandlingLedgerBuilder()
    let checkpoints = try vault.forEachSignedEntry { (entry) throws(ReportsError) in
      try builder.add(entry)
    }
    let ledger = try builder.finish(
      vault.standing(checkpoints: checkpoints), policy: vault.policy, asOf: asOf)
    try ledger.document.write(to: context, as: format.format)
  }
}
