import ArgumentParser
import MyNumberKit

/// `audit disclose`: gives a person what the log holds about them.
struct AuditDiscloseCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "disclose",
      Message("Give a person what the log holds about them.", "本人に、本人に関する記録を開示する。"),
      Message(
        """
        Prints the entries about one person, and writes them with the proofs that they stand in the \
        log, for 'mynumber audit verify' to check without the vault. Of everybody else the file has \
        hashes, which tell nothing; users stand by their ids, but for who signs and who made them a \
        user. Reasons stand as they were written: read them before the file is handed over. The log \
        notes the disclosure and how many entries it has (個人情報保護法33条).
        """,
        """
        一人に関する記録を表示し、記録に含まれていることの証明とともに書き出す。'mynumber audit verify' で保管庫なしに\
        検証できる。他の人については、何も読み取れないハッシュだけがある。利用者は、署名者とその登録に関わった者を除き、\
        IDで示す。理由は書かれたままなので、渡す前に読むこと。開示したことと件数を記録する（個人情報保護法33条）。
        """),
      example: "mynumber audit disclose 0003 --out 0003.json --vault acme.vault --as 監査")
  }

  @Argument(help: .both("The person's code.", "対象者のコード。"))
  var code: PersonCode

  @Option(help: .both("The file to make.", "書き出し先。", valueName: "file"))
  var out: String

  @OptionGroup var format: FormatOptions
  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let file = try PrivateFile(creating: context.path(out))
    let session = try VaultAccess(context).signIn(options)
    let (bytes, verdict) = try Disclosing(session).disclose(code, to: out)
    try file.write(bytes.span)
    try file.finish()
    let report = DisclosureReport(verdict, under: session.vault.policy)
    try report.document.write(to: context, as: format.format)
    context.terminal.tell(.disclosed(verdict.entries.count, of: code, to: out))
  }
}
