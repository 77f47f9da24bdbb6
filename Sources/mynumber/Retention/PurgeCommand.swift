import ArgumentParser
import MyNumberKit

/// `purge`: destroys what is due, with a signed certificate.
struct PurgeCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "purge",
      Message("Destroy the numbers whose retention has ended.", "保存期間の終わった番号を廃棄する。"),
      Message(
        """
        Overwrites the wrapped keys and the ciphertexts in place and writes a signed certificate, \
        and beside it the same as a PDF. \
        What is due by presumption alone needs --accept-presumed. --dry-run lists what would go, \
        and only with it may --as-of lie in the future. The certificate is made from the log, so \
        --reissue writes one again that was lost, of a purge or of a correction \
        (person import --replace correction), and destroys nothing.
        """,
        """
        包まれた鍵と暗号文をその場で上書きし、署名つきの廃棄証明書と、その内容のPDFを書き出す。推定だけで時期に達したものには\
        --accept-presumed が要る。--dry-run は対象を一覧にする。将来の --as-of はそのときだけ指定できる。\
        証明書は記録から作られるので、失ったときは --reissue で書き出し直せる（廃棄と、person import \
        --replace correction による訂正のどちらも）。そのときは何も廃棄しない。
        """),
      example: "mynumber purge --certificate purge-2026.json --vault acme.vault --as 佐藤",
      verbs: [PurgeApproveCommand.self])
  }

  @Option(help: .both("The day looked at (default: today).", "基準日（既定: 今日）。", valueName: "date"))
  var asOf: CalendarDate?

  @Flag(help: .both("List what would go and destroy nothing.", "対象を一覧にし、何も廃棄しない。"))
  var dryRun = false

  @Flag(help: .both("Destroy what is due by presumption too.", "推定で時期に達したものも廃棄する。"))
  var acceptPresumed = false

  @Option(help: .both("Where to write the certificate.", "廃棄証明書の書き出し先。", valueName: "file"))
  var certificate: String?

  @Option(
    help: .both(
      "With --dry-run: where to write the plan for another user to approve.",
      "--dry-run とともに: 別の利用者が承認する計画の書き出し先。", valueName: "file"))
  var plan: String?

  @Flag(
    help: .both(
      "With --dry-run: show names, for whoever confirms.", "--dry-run とともに: 確認する人のために氏名を示す。"))
  var withNames = false

  @Flag(
    help: .both(
      "Write the certificate of the last destruction again.", "直近の廃棄の証明書を書き出し直す。"))
  var reissue = false

  @Option(
    help: .both(
      "With --reissue: of the one whose log entry (purge-batch) has this number.",
      "--reissue とともに: この番号の記録（purge-batch）の廃棄のもの。", valueName: "number"))
  var entry: Int?

  @OptionGroup var format: FormatOptions
  @OptionGroup var options: SignInOptions

  /// Not `validate`, which would be asked of `purge approve` too.
  private var mistake: Message? {
    if !dryRun && certificate == nil { return .certificateMissing }
    if reissue && (dryRun || asOf != nil || acceptPresumed) {
      return .goesAlone("--reissue", with: ("--certificate", "--entry"))
    }
    if !reissue && entry != nil { return .goesWith("--entry", "--reissue") }
    if !dryRun && plan != nil { return .goesWith("--plan", "--dry-run") }
    return !dryRun && withNames ? .goesWith("--with-names", "--dry-run") : nil
  }

  func run(in context: CommandContext) throws {
    if let mistake { throw Failure.usage(mistake, hints: [.seeHelp("purge")]) }
    let day = asOf ?? context.today
    guard dryRun || day <= context.today else { throw Failure.usage(.futurePurge) }
    guard let certificate, !dryRun else { return try list(context, day) }
    let output = try CertificateOutput(context, certificate)
    let session = try VaultAccess(context).signIn(options)
    let purge = Purge(session)
    guard !reissue else {
      try output.write(try purge.certificate(of: entry), in: session.vault)
      return context.terminal.tell(.reissued(certificate))
    }
    guard let made = try purge.run(asOf: day, acceptPresumed: acceptPresumed) else {
      context.terminal.tell(.nothingDue)
      if let entry = try purge.uncertified() { context.terminal.tell(.uncertified(entry)) }
      return
    }
    try output.write(made, in: session.vault)
    context.terminal.tell(.purged(certificate))
    try tellStanding(session, context)
  }

  /// Files made with numbers outlive the numbers in the vault until they are destroyed too.
  private func tellStanding(_ session: Session, _ context: CommandContext) throws {
    let files = try ExportedFiles(session).list().filter { $0.standsHere && $0.numbers != 0 }
    if !files.isEmpty { context.terminal.tell(.filesStand(files.count)) }
    let copies = try OutstandingKeyBackups(session.vault).copies
    if !copies.isEmpty { context.terminal.tell(.keyBackupsStand(copies)) }
  }

  private func list(_ context: CommandContext, _ day: CalendarDate) throws {
    let session = try VaultAccess(context).signIn(options)
    let found = try Purge(session).plan(asOf: day, acceptPresumed: acceptPresumed)
    let names = withNames ? try self.names(of: found, session) : nil
    try PurgeListing(found, Names(session.vault.policy), people: names).listing.write(
      to: context, as: format.format)
    if let plan {
      let file = try PrivateFile(creating: context.path(plan))
      try file.write(found.document(of: session.vault.id).span)
      try file.finish()
    }
    let missing = MissingNumbers(of: try ChosenPeople(session).summaries([]), asOf: context.today)
    if !missing.lines.isEmpty { context.terminal.tell(.missing(missing)) }
    context.terminal.tell(.purgePlanned(found.items.count, presumed: found.presumed.count))
    if !found.items.isEmpty { try tellStanding(session, context) }
    if let plan { context.terminal.tell(.planWritten(plan)) }
  }

  /// The names of those concerned, for whoever holds the roster key; the log has it that they were
  /// shown.
  private func names(of plan: PurgePlan, _ session: Session) throws -> [PersonCode: String] {
    let codes = Set((plan.items + plan.presumed).map(\.code))
    try session.requireRoster()
    try session.note(.names(people: codes.count))
    var names: [PersonCode: String] = [:]
    for code in codes {
      names[code] = try session.profileIfHeld(of: session.vault.requirePerson(code))?.name
    }
    return names
  }
}
