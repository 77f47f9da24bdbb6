import ArgumentParser
import MyNumberKit

/// `change done`: an office was told, or a document corrected.
struct ChangeDoneCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "done",
      Message("Mark an office as told, or a document as corrected.", "届け出たこと、訂正したことを記録する。"),
      Message(
        """
        After the notice was filed (厚生年金保険法施行規則21条の4, 雇用保険法施行規則14条 and so on: 'change \
        list' names the article). Marks what is open for the person and office; a notice filed or a ledger set right is \
        recorded as an event too, since documents with the number are kept for their time. --year \
        marks the correction of one year's slip alone. --undo takes a mark back. The office is hello-work, pension-office, health-insurer, \
        ledger, tax-office or municipality. Prints what was marked.
        """,
        """
        届出（厚年則21条の4、雇用保険法施行規則14条など。条文は change list が示す）をした後に使う。\
        その人・届出先について未了のものを済みとする。届出や帳簿の訂正は、番号の載る書類の保存期間のため、出来事としても\
        記録する。--year はその年分の票の訂正だけを済みとする。--undo は取り消す。届出先は \
        hello-work（公共職業安定所）、pension-office（年金事務所）、health-insurer（健康保険組合等）、ledger（申告書の\
        帳簿）、tax-office（税務署）、municipality（市区町村）。済みとしたものを表示する。
        """),
      example: """
        mynumber change done 0012 --office hello-work --on 2026-11-24 --receipt 受付123 \\
          --vault acme.vault --as 鈴木
        """)
  }

  @Argument(help: .both("The person's code.", "対象者のコード。"))
  var code: PersonCode

  @Option(
    help: .both(
      "The office, as 'change list' names it, such as hello-work.",
      "届出先。change list の語（公共職業安定所、hello-work など）。", valueName: "office"))
  var office: String

  @Option(help: .both("The day on which it was done.", "届け出た日。", valueName: "date"))
  var on: CalendarDate

  @Option(help: .both("Only the slip of this income year.", "この年分の票だけ。", valueName: "year"))
  var year: Int?

  @Option(
    help: .both(
      "The office's receipt, in at most 200 characters without a My Number.",
      "受付番号など。200文字以内、個人番号を含めない。", valueName: "text"))
  var receipt: String?

  @Flag(help: .both("Take the mark of this day back.", "この日の記録を取り消す。"))
  var undo = false

  @OptionGroup var options: SignInOptions

  func validate() throws {
    guard !undo || receipt == nil else { throw ValidationError(.takesNo("--undo", "--receipt")) }
  }

  func run(in context: CommandContext) throws {
    if context.today < on { throw Failure.usage(.doneAhead) }
    let session = try VaultAccess(context).signIn(options)
    let office = try office(session.vault.policy.numberChanges)
    let changes = NumberChanges(session)
    if undo {
      try changes.takeBack(code, office: office, year: year, on: on)
      return context.terminal.tell(.takenBack(code.text))
    }
    let done = try changes.done(code, office: office, year: year, on: on, receipt: receipt)
    let names = Names(session.vault.policy)
    let lines = done.map { Message.changeDone($0, names).text }
    try context.terminal.write(lines.map { $0 + "\n" }.joined())
  }

  /// The office by its id or its name, or a rule by its id.
  private func office(_ rules: NumberChangeRules) throws -> String {
    if rules.rules.contains(where: { $0.id == office }) { return office }
    guard let known = rules.office(named: office) else {
      throw Failure.usage(.unknownWord(office), hints: [.offices(rules)])
    }
    return known
  }
}
