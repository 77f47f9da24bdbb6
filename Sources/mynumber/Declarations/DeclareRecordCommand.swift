import ArgumentParser
import MyNumberKit

/// `declare record`: people were told of purposes, by a notice.
struct DeclareRecordCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "record",
      Message("Record that people were told of purposes.", "利用目的を通知・明示したことを記録する。"),
      Message(
        """
        All or nothing. A number held already is made to open for the new purposes in the same \
        step, by a user who holds a key that opens it; otherwise the refusal says who can. What was \
        told before is reported and not repeated, unless --notice has another text: the same work \
        in later years, and after a re-hire, is the same purpose (ガイドライン事業者編 第4-1-(1)). \
        The text of --notice (UTF-8, plain or HTML, without names and numbers) is kept, and its \
        digest stands in the record. A use without a basis in law (workers' accident insurance, \
        staff management, sales lists, the wage ledger …) cannot be declared, with or without \
        consent (番号法9条4項, 30条2項).
        """,
        """
        全部か無か。すでに預かっている番号は、それを開ける鍵を持つ利用者が、同じ操作で新しい利用目的にも使えるようにする。\
        鍵がなければ、誰ができるかを示して拒否する。通知済みの利用目的は、別の文面を --notice で与えない限り繰り返さない。\
        翌年以降の同じ事務と再雇用後の同じ事務は、同じ利用目的である（ガイドライン事業者編 第4-1-(1)）。--notice の文面\
        （UTF-8 のテキストまたは HTML。氏名・番号を含まないもの）は保管し、そのダイジェストを記録に残す。\
        法令に根拠のない利用（労災保険、人事管理、営業名簿、賃金台帳など）は、同意があっても通知できない\
        （番号法9条4項、30条2項）。
        """),
      example: """
        mynumber declare 0012 --purposes retirement-income \\
          --method 書面 --on 2026-11-20 --vault acme.vault --as 鈴木
        """)
  }

  @Argument(help: .both("The people's codes.", "対象者のコード。"))
  var codes: [PersonCode] = []

  @Flag(help: .both("Everybody who has not left.", "退職者を除く全員。"))
  var all = false

  @Option(
    help: .both(
      "With --all: only people of this kind (従業員, 役員, 家族, 支払先, 事業主).",
      "--all のとき、この区分だけ（従業員、役員、家族、支払先、事業主）。", valueName: "kind"))
  var kind: String?

  @Option(
    help: .both("The purposes, with commas between.", "利用目的（コンマ区切り）。", valueName: "a,b"))
  var purposes: String?

  @Flag(help: .both("The policy's bundle for each person.", "規程が区分ごとに定める組。"))
  var bundle = false

  @Option(
    help: .both(
      "How they were told: 書面, メール, 社内LAN, 掲示, 就業規則, ホームページ, 画面表示.",
      "方法: 書面、メール、社内LAN、掲示、就業規則、ホームページ、画面表示。", valueName: "word"))
  var method: String

  @Option(
    help: .both(
      "The text that was shown, which is kept.", "示した文面。保管する。", valueName: "file"))
  var notice: String?

  @Option(
    help: .both("The day they were told (default: today).", "通知した日（既定: 今日）。", valueName: "date"))
  var on: CalendarDate?

  @OptionGroup var format: FormatOptions
  @OptionGroup var options: SignInOptions

  func validate() throws {
    guard (purposes == nil) == bundle else {
      throw ValidationError(.purposesOrBundle)
    }
    if let purposes, PurposeID.words(purposes).isEmpty { throw ValidationError(.noPurposeNamed) }
    guard codes.isEmpty == all else {
      throw ValidationError(.codesOrAll)
    }
    guard kind == nil || all else { throw ValidationError(.goesWith("--kind", "--all")) }
  }

  func run(in context: CommandContext) throws {
    var wish = try wish(context)
    let wanted = try kind.map(PersonKind.known)
    let session = try VaultAccess(context).signIn(options, for: .declare)
    wish.purposes = purposes.map { PurposeID.list($0, in: session.vault.policy) }
    let declaring = Declaring(session)
    let people = all ? try everybody(of: wanted, session) : codes
    let plan = try declaring.plan(people, wish)
    guard plan.isAllowed else { throw try refused(plan, session) }
    try declaring.carryOut(plan)
    try DeclarationListing(plan, Names(session.vault.policy)).write(
      to: context, as: format.format)
    warn(of: wish.notice, plan, session.vault.policy, context)
    if plan.lines.contains(where: { !$0.known.isEmpty }) { context.terminal.tell(.toldBefore) }
    context.terminal.tell(.declared(plan))
  }

  private func wish(_ context: CommandContext) throws -> DeclarationWish {
    guard let method = DeclarationMethod(label: method) else {
      throw Failure.usage(.unknownWord(method), hints: [.words(DeclarationMethod.self)])
    }
    let text = try notice.map { file in
      let limit = NoticeText.limit + 1
      let bytes = try InputFile.bytes(context.path(file), named: file, limit: limit)
      return try NoticeText(bytes, file: file)
    }
    return DeclarationWish(
      purposes: nil, method: method, date: on ?? context.today, notice: text)
  }

  /// Says which purposes the text does not name in the policy's words.
  private func warn(
    of text: NoticeText?, _ plan: DeclarationPlan, _ policy: Policy, _ context: CommandContext
  ) {
    guard let text, let notice else { return }
    let told = Set(plan.lines.flatMap(\.told))
    let missing = policy.purposes.filter { told.contains($0.id) && !text.names($0) }
    if !missing.isEmpty { context.terminal.tell(.notNamed(missing, in: notice)) }
  }

  private func everybody(of kind: PersonKind?, _ session: Session) throws -> [PersonCode] {
    let today = session.vault.today
    var codes: [PersonCode] = []
    try session.vault.forEachPerson { (person) throws(CustodyError) in
      let hasLeft = person.record.lastLeaving.map { $0 < today } ?? false
      let isWanted = kind.map { $0 == person.record.kind } ?? true
      if isWanted && !hasLeft { codes.append(person.record.code) }
    }
    return codes.sorted()
  }

  /// The refusals of every person, written to the log, with who could do it.
  private func refused(_ plan: DeclarationPlan, _ session: Session) throws -> Failure {
    do throws(CustodyError) {
      try Declaring(session).carryOut(plan)
    } catch {
      guard case .refused = error.code else { throw error }
    }
    var messages: [Message] = []
    var hints: [Message] = []
    for line in plan.lines {
      for refusal in line.refusals {
        messages.append(.refused(refusal, of: line.code, Names(session.vault.policy)))
        let hint = hint(for: refusal, session)
        if !hints.contains(where: { $0.english == hint.english }) { hints.append(hint) }
      }
    }
    return Failure(ExitStatus.refused, messages: messages, hints: hints)
  }

  private func hint(for refusal: Refusal, _ session: Session) -> Message {
    let vault = session.vault
    let names = Names(vault.policy)
    guard case .numberNotOpened(let purposes) = refusal else { return .remedy(of: refusal, names) }
    let holders = vault.authority.users.values.filter { user in
      user.isActive(on: vault.decisionDay)
        && purposes.contains { vault.authority.holds(user: user.id, key: $0.rawValue) }
    }.sorted { $0.addedIndex < $1.addedIndex }
    return holders.isEmpty ? .remedy(of: refusal, names) : .holders(holders, of: purposes, names)
  }
}
