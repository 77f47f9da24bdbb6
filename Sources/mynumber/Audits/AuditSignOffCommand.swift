import ArgumentParser
import MyNumberKit

/// `audit sign-off`: records that the log was reviewed.
struct AuditSignOffCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "sign-off",
      Message("Record that the log was reviewed.", "記録を点検したことを記録する。"),
      Message(
        """
        A signed entry: how far the log was looked at, what was found and, where something is to be done, what and by \
        when. Prints the entry's number. An action stays open in 'audit report' until a later review names it with \
        --closes. Texts have at most 200 characters and no number.
        """,
        """
        どこまで点検したか、所見、是正することがあればその内容と期限を、署名つきで記録し、記録番号を表示する。是正事項は、後の点検が --closes で\
        終わったと記録するまで 'audit report' に残る。文は200文字以内、番号を含めない。
        """),
      example: """
        mynumber audit sign-off --through 120 --finding 異常なし \\
          --vault acme.vault --as 監査
        """)
  }

  @Option(help: .both("The last entry looked at.", "点検した最後の記録番号。", valueName: "entry"))
  var through: Int

  @Option(help: .both("What was found.", "所見。", valueName: "text"))
  var finding: String

  @Option(help: .both("What is to be done; with --due.", "是正すること。--due とともに。", valueName: "text"))
  var action: String?

  @Option(help: .both("The day by which it is to be done.", "是正の期限。", valueName: "date"))
  var due: CalendarDate?

  @Option(
    help: .both(
      "A review whose action was done; may stand several times.",
      "是正が終わった点検の記録番号。繰り返し指定できる。", valueName: "entry"))
  var closes: [Int] = []

  @OptionGroup var options: SignInOptions

  func validate() throws {
    if action != nil, due == nil { throw ValidationError(.goesWith("--action", "--due")) }
    if due != nil, action == nil { throw ValidationError(.goesWith("--due", "--action")) }
  }

  func run(in context: CommandContext) throws {
    let session = try VaultAccess(context).signIn(options)
    let entry = try LogReviews(session).signOff(
      LogReview(through: through, finding: finding, action: action, due: due, closes: closes))
    try context.terminal.write("\(entry)\n")
    context.terminal.tell(.signedOff(through: through))
  }
}
