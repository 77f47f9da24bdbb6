import ArgumentParser
import MyNumberKit

/// `incident assess`: whom an incident concerns, and what that asks for.
struct IncidentAssessCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "assess",
      Message("Find the people whom an incident concerns.", "漏えい等の対象者と期限を調べる。"),
      Message(
        """
        From the log and the registers: what a user read in a period (--user, --from, --to), whose numbers stood in the \
        vault's files or in a copy (--file, --backup), or in a file that is lost (--export). Of a registered file outside the vault (--registered) \
        the log knows nobody: 'incident fact --people' says how many. Shows people by code, \
        purposes and forms with the log entries behind each, the encryption, whether it is reported, under which \
        item and until when. No number and no name is seen. What a key that leaked elsewhere changes, 'incident \
        clock' answers. Whoever had keys and copies of both files may have read by another program, which no log \
        tells: then ask with --file both. The log notes who asked and what came of it; of \
        several since the last fact the gravest counts. Until 'incident reported' says \
        that it was done, 'audit self-check' tells what is late.
        """,
        """
        記録と登録簿から、利用者が期間内に利用したもの（--user, --from, --to）、保管庫のファイルやバックアップにあったもの（--file, \
        --backup）、失われたファイルにあったもの（--export）を調べる。保管庫の外の登録ファイル（--registered）にあった本人は記録からは\
        分からず、'incident fact --people' の人数による。対象者（コード）、利用目的、書類を根拠となる記録番号とともに、\
        暗号化の状態、報告の要否、該当号、期限とともに示す。番号も氏名も見えない。鍵が別に漏れた場合などは 'incident clock' で\
        確かめる。鍵と両方のファイルの写しを持つ者が別のプログラムで読んだことは、どの記録にも残らない。そのときは --file both で調べる。\
        調べたことと結果も記録する。最後に分かったこと（incident fact）より後に何度か調べたときは、最も重い結果による。報告・通知を 'incident reported' で記録するまで、期限を過ぎたものは 'audit self-check' に表れる。
        """),
      example: """
        mynumber incident assess 57 --export slips/unified-2026.csv \\
          --vault acme.vault --as 監査
        """)
  }

  @OptionGroup var query: IncidentOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let session = try VaultAccess(context).signIn(options, for: .audit)
    let assessment = try IncidentAssessing(session, context).assessment(query)
    try Incidents(session).note(
      query.incident, source: assessment.source.text, people: assessment.people.count,
      outcome: assessment.outcome)
    try assessment.document.write(to: context, as: format.format)
  }
}
