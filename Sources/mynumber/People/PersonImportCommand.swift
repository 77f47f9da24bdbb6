import ArgumentParser
import MyNumberKit

/// `person import`: takes in a CSV file of people and their numbers.
struct PersonImportCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "import",
      Message("Take in people and their numbers from a CSV file.", "人と番号をCSVファイルから取り込む。"),
      Message(
        """
        All or nothing: every bad row is listed with its line and column, and nothing is written. \
        UTF-8 or CP932, Japanese or English headers in any order. Without a column 利用目的 the \
        policy's bundle for the kind of person is declared; --purposes narrows it and never widens \
        it. --update changes a standing and tells nobody of anything: it names whom to 'declare' for. \
        Another name or address outdates the declaration ledger from --changed-on, else from today. \
        It records how a number held already was verified, or says why not. A number already held is not touched unless --replace says why. A wrong number \
        (--replace correction) is destroyed in the same step, as a purge would, unless it was filed \
        or a hold keeps it; the signed certificate of that goes to --certificate. --mapping reads a \
        file as other software wrote it, by a mapping of the pinned policy; with --dry-run it shows \
        which column was read as what.

        A number that no form carries is a bad row (番号法14条, 15条): \
        family who are no dependents; applicants and workers of an agency by 採用状況 hiring_state \
        (応募 applied, 内定 offered, 確定 certain, 入社 contracted, 派遣登録, 派遣受入); payees whose \
        支払見込額 expected_payment of a 支払区分 payment_kind stays at or below the threshold. \
        How a number was verified (番号法16条) stands in 番号確認書類, 身元確認書類, 確認方法 and 確認日; \
        without them it is held and cannot be used until 'verify record'.

        Numbers and names are sealed into the vault, what happened goes into the log, and the file \
        stays as it is: delete it, or let --shred-source overwrite and remove it once all is sealed.

        Columns: \(columns { "\($0.japanese) \($0.english)" })
        """,
        """
        全部か無か。誤りのある行を行番号・列番号とともに全て示し、何も書き込まない。UTF-8 または CP932、見出しは\
        日本語・英語どちらでも、順序は自由。利用目的の列がなければ、規程が区分ごとに定める組を通知したものとする。\
        --purposes は絞り込みだけができる。--update は立場を変えるだけで、通知したことにはしない（declare すべき人を示す）。\
        氏名・住所が変わると、--changed-on の日（なければ今日）から申告書の帳簿と異なるものとする。\
        すでにある番号の本人確認を記録し、できなければ理由を示す。\
        すでにある番号は、--replace がない限り変えない。誤った番号\
        （--replace correction）は、提出済みか保留中でない限り、purge と同じくその場で廃棄し、署名つきの\
        廃棄証明書を --certificate に書き出す。--mapping は、他のソフトが書き出したファイルを、固定した規程の\
        対応表で読む。--dry-run では、どの列を何として読んだかを示す。

        どの書類にも記載しない人の番号は、誤りのある行とする（番号法14条・15条）:
        扶養でない家族、採用状況（応募、内定、確定、入社、派遣登録、派遣受入）が
        確定より前の人と派遣先での派遣労働者、支払区分と支払見込額が支払調書の
        提出範囲に達しない支払先。

        本人確認（番号法16条）は番号確認書類・身元確認書類・確認方法・確認日の列に記入する。なければ番号は預かるだけで、\
        verify record で記録するまで使えない。番号と氏名等は保管庫に封印し、行ったことはログに残る。元のファイルは\
        そのまま残るので、取り込んだら消去する（--shred-source は封印の後で上書きし、名前を消す）。

        列: \(columns(\.japanese))
        """),
      example: """
        mynumber person import employees.csv --dry-run --vault acme.vault --as 鈴木

        employees.csv:
        社員番号,続柄,氏名,生年月日,税扶養,個人番号,番号確認書類,身元確認書類,確認方法,確認日
        0001,本人,見本　一郎,1980-04-01,,(12桁),住民票の写し,運転免許証,対面,2026-04-01
        0001,子,見本　二葉,2005-05-05,○,(12桁),,,,
        """)
  }

  private static func columns(_ name: (ImportColumn) -> String) -> String {
    ImportColumn.allCases.map(name).joined(separator: ", ")
  }

  @Argument(help: .both("The CSV file.", "CSVファイル。"))
  var file: String

  @Option(
    help: .both(
      "Only these of each bundle, with commas between.", "組のうち、これらだけ（コンマ区切り）。",
      valueName: "a,b"))
  var purposes: String?

  @Option(
    help: .both(
      "Read the columns by this mapping of the pinned policy, such as generic.",
      "固定した規程のこの対応表で列を読む（generic など）。", valueName: "name"))
  var mapping: String?

  @Flag(help: .both("Update the other columns of people already known.", "既にいる人の他の項目も更新する。"))
  var update = false

  @Option(
    help: .both(
      "Replace numbers already held: correction (it was wrong) or change (番号法7条2項).",
      "すでにある番号を置き換える: correction（誤り）または change（番号法7条2項の変更）。",
      valueName: "kind"))
  var replace: ReplacementKind?

  @Option(
    help: .both(
      "The day of the change: of numbers with --replace change, of names and addresses with --update (else today).",
      "変更の日。--replace change では番号、--update では氏名・住所の変更の日（なければ今日）。", valueName: "date"))
  var changedOn: CalendarDate?

  @Option(help: .both("The reason of the change.", "変更の理由。", valueName: "text"))
  var changeReason: String?

  @Flag(
    help: .both(
      "Replace once more what was replaced by the same correction or change before.",
      "同じ訂正・変更ですでに置き換えた番号も、もう一度置き換える。"))
  var again = false

  @Option(
    help: .both(
      "Where to write the certificate of wrong numbers destroyed (with --replace correction).",
      "誤った番号の廃棄証明書の書き出し先（--replace correction とともに）。", valueName: "file"))
  var certificate: String?

  @Flag(help: .both("Check everything and write nothing.", "全て検査し、何も書き込まない。"))
  var dryRun = false

  @Flag(
    help: .both(
      "Once all is sealed, overwrite the file with zeros and remove it; the log has it.",
      "封印の後で元のファイルをゼロで上書きし、名前を消し、記録する。"))
  var shredSource = false

  @OptionGroup var format: FormatOptions
  @OptionGroup var options: SignInOptions

  func validate() throws {
    if let purposes, PurposeID.words(purposes).isEmpty { throw ValidationError(.noPurposeNamed) }
    guard replace != .change || (changedOn != nil && changeReason != nil) else {
      throw ValidationError(.changeNeedsDayAndReason)
    }
    guard replace == .change || changeReason == nil else {
      throw ValidationError(.goesWith("--change-reason", "--replace change"))
    }
    guard replace == .change || changedOn == nil || (update && replace == nil) else {
      throw ValidationError(.changedOnGoesWith)
    }
    guard replace != .correction || dryRun || certificate != nil else {
      throw ValidationError(.correctionNeedsCertificate)
    }
    guard replace != nil || !again else {
      throw ValidationError(.goesWith("--again", "--replace"))
    }
    guard !shredSource || !dryRun else {
      throw ValidationError(.goesWithout("--shred-source", "--dry-run"))
    }
    guard replace == .correction || certificate == nil else {
      throw ValidationError(.goesWith("--certificate", "--replace correction"))
    }
  }

  func run(in context: CommandContext) throws {
    if let changedOn, context.today < changedOn { throw Failure.usage(.changeAhead) }
    let path = context.path(file)
    var output = try certificateOutput(context)
    var names = Names.none
    var shredding: SourceShredding?
    let summary = try InputFile.openedRegular(path, named: file) { descriptor in
      let session = try VaultAccess(context).signIn(options)
      try checkMapping(session.vault.policy)
      let wanted = try wanted(session.vault.policy)
      names = Names(session.vault.policy)
      if shredSource {
        shredding = try SourceShredding(session, try SourceFile(descriptor, at: path))
      }
      let progress = ProgressLine(context)
      defer { progress.end() }
      return try PersonImport(session, options: importOptions(wanted)).run(
        descriptor: descriptor, name: file, dryRun: dryRun
      ) { rows in progress.show(.importing(rows: rows)) }
    }
    if let certificate = summary.certificate, let vault = context.vault {
      try output.take()?.write(certificate, in: vault)
    }
    try ImportSummaryListing(summary, isDry: dryRun, names).write(to: context, as: format.format)
    tell(summary, names, context)
    if let shredding { try shred(shredding, after: summary, context) }
  }

  /// What was imported stays so, whatever becomes of the file.
  private func shred(
    _ shredding: SourceShredding, after summary: ImportSummary, _ context: CommandContext
  ) throws {
    do throws(CustodyError) {
      try shredding.run(after: summary)
    } catch {
      let told = Failure(error)
      throw Failure(
        told.status, messages: [.doneAllTheSame] + told.messages, hints: [.sourceLeft(file)])
    }
    context.terminal.tell(.sourceShredded(file))
    context.terminal.tell(.reach(of: shredding.source.medium))
    if shredding.source.names > 1 { context.terminal.tell(.otherNames) }
  }

  private func tell(_ summary: ImportSummary, _ names: Names, _ context: CommandContext) {
    if !summary.unknownColumns.isEmpty {
      context.terminal.tell(.unknownColumns(summary.unknownColumns))
    }
    for (code, why) in summary.notToAsk.sorted(by: { $0.key < $1.key }) {
      context.terminal.tell(.notToAsk(code, why))
    }
    for (code, doubt) in summary.unclearPayees.sorted(by: { $0.key < $1.key }) {
      context.terminal.tell(.unclearPayee(code, doubt))
    }
    for (code, why) in summary.notTaken.sorted(by: { $0.key < $1.key }) {
      context.terminal.tell(.verificationNotTaken(code, why))
    }
    for (code, day) in summary.replacedBefore.sorted(by: { $0.key < $1.key }) {
      context.terminal.tell(.replacedBefore(code, on: day))
    }
    if !summary.ledgerOutdated.isEmpty {
      context.terminal.tell(.ledgerOutdated(summary.ledgerOutdated))
    }
    if summary.toNotify > 0 { context.terminal.tell(.toNotify(summary.toNotify)) }
    for (code, refusal) in summary.wrongKept.sorted(by: { $0.key < $1.key }) {
      context.terminal.tell(.wrongNumberKept(code, refusal, names))
    }
    for group in summary.untold { context.terminal.tell(.toDeclare(group.codes, group.purposes)) }
    if let certificate, !dryRun {
      context.terminal.tell(
        summary.certificate == nil ? .noWrongNumberGone : .wrongNumbersGone(certificate))
    }
    if summary.claimed > 0 { context.terminal.tell(.waitForAttestation(summary.claimed)) }
    if !summary.unverified.isEmpty { context.terminal.tell(.unverified(summary.unverified.count)) }
    context.terminal.tell(dryRun ? .importChecked : shredSource ? .importSealed : .importDone)
  }

  private func checkMapping(_ policy: Policy) throws {
    guard let mapping, policy.mapping(mapping) == nil else { return }
    throw Failure.usage(.noMapping(mapping), hints: [.mappings(policy)])
  }

  /// Begun before the import: a certificate that cannot be written stops it.
  private func certificateOutput(_ context: CommandContext) throws -> CertificateOutput? {
    guard let certificate, !dryRun else { return nil }
    return try CertificateOutput(context, certificate)
  }

  private func wanted(_ policy: Policy) throws -> [PurposeID]? {
    let wanted = purposes.map { PurposeID.list($0, in: policy) }
    for purpose in wanted ?? [] where policy.purpose(purpose) == nil {
      throw Failure.usage(.unknownWord(purpose.rawValue), hints: [.purposes(policy)])
    }
    return wanted
  }

  private func importOptions(_ wanted: [PurposeID]?) -> ImportOptions {
    var made = ImportOptions()
    made.purposes = wanted
    made.update = update
    made.replacesAgain = again
    made.particularsChangedOn = replace == nil ? changedOn : nil
    made.mapping = mapping
    switch replace {
    case .correction: made.replacement = .correction
    case .change:
      if let changedOn, let changeReason {
        made.replacement = .change(on: changedOn, reason: changeReason)
      }
    case nil: break
    }
    return made
  }
}
