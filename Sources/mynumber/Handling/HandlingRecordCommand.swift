import ArgumentParser
import MyNumberKit

/// `handling record`: records that papers or media were carried out, posted, received or destroyed.
struct HandlingRecordCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "record",
      Message("Record what was carried out, posted, received or destroyed.", "持ち出し、送付、受領、廃棄を記録する。"),
      Message(
        """
        Prints the entry's number. What is carried out stays open until 'handling returned' names it, and is overdue \
        after --return-by, or after the day itself. A destruction takes --means and no --party; of the others, --party \
        and --protection are needed.
        """,
        """
        記録番号を表示する。持ち出しは 'handling returned' が戻ったと記録するまで残り、--return-by（なければ当日）を過ぎると期限超過となる。\
        廃棄には --means が要る。そのほかには --party と --protection が要る。
        """),
      example: """
        mynumber handling record carry-out --what 年末調整の書類 --on 2026-11-20 --by 総務部 \\
          --party 顧問税理士事務所 --protection 施錠ケース --return-by 2026-11-27 \\
          --vault acme.vault --as 佐藤
        """)
  }

  @Argument(
    help: .both(
      "carry-out, post, receive or destroy.", "carry-out 持ち出し, post 送付, receive 受領, destroy 廃棄。"))
  var event: HandlingEvent

  @Option(help: .both("What: without a number or a name.", "対象。番号・氏名を含めない。", valueName: "text"))
  var what: String

  @Option(help: .both("The day.", "日付。", valueName: "date"))
  var on: CalendarDate

  @Option(help: .both("Who did it: a department or a post.", "担当した部署・役職。", valueName: "text"))
  var by: String

  @Option(help: .both("Where to, or whence.", "行き先・相手先。", valueName: "text"))
  var party: String?

  @Option(
    help: .both(
      "How it was protected: sealed, locked, encrypted.", "保護の方法（封緘、施錠、暗号化等）。", valueName: "text"))
  var protection: String?

  @Option(
    help: .both("The day by which what is carried out is back.", "持ち出したものを戻す期限。", valueName: "date")
  )
  var returnBy: CalendarDate?

  @Option(
    help: .both(
      "The registered file of which it is a part.", "一部を成す登録ファイルの記録番号。", valueName: "entry"))
  var file: Int?

  @Option(
    help: .both(
      "Of a destruction: shredded, incinerated, dissolved, masked, erased or broken.",
      "廃棄の方法: shredded 細断, incinerated 焼却, dissolved 溶解, masked マスキング, erased データ消去, broken 物理的破壊。",
      valueName: "means"))
  var means: HandlingDestruction.Means?

  @OptionGroup var destroyer: DestroyerOptions
  @OptionGroup var options: SignInOptions

  func validate() throws {
    if event == .destroy { return try validateDestruction() }
    if let option = means == nil ? destroyer.given : "--means" {
      throw ValidationError(.takesNo(event.rawValue, option))
    }
    if party == nil { throw ValidationError(.missing("--party")) }
    if protection == nil { throw ValidationError(.missing("--protection")) }
    if returnBy != nil, event != .carryOut {
      throw ValidationError(.goesWith("--return-by", "carry-out"))
    }
  }

  private func validateDestruction() throws {
    if means == nil { throw ValidationError(.missing("--means")) }
    let given = [
      ("--party", party), ("--protection", protection), ("--return-by", returnBy?.isoText),
    ]
    for (option, value) in given where value != nil {
      throw ValidationError(.takesNo(event.rawValue, option))
    }
  }

  func run(in context: CommandContext) throws {
    let session = try VaultAccess(context).signIn(options)
    let entry = try record(HandlingRegister(session))
    try context.terminal.write("\(entry)\n")
    context.terminal.tell(.handlingRecorded(entry, isOpen: event == .carryOut))
  }

  private func record(_ register: HandlingRegister) throws -> Int {
    guard let kind = event.move, let party, let protection else {
      guard let means else { throw Failure.usage(.missing("--means")) }
      return try register.record(
        DestructionToRecord(
          on: on, means: means, by: by, what: what, file: file,
          contractor: destroyer.contractor, certificateOn: destroyer.certificateOn))
    }
    return try register.record(
      MoveToRecord(
        kind: kind, what: what, on: on, by: by, party: party, protection: protection, file: file,
        returnBy: returnBy))
  }
}
