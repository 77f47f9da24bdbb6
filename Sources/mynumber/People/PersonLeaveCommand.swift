import ArgumentParser
import MyNumberKit

/// `person leave`: the employment ends.
struct PersonLeaveCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "leave",
      Message("Record that somebody leaves.", "退職を記録する。"),
      Message(
        """
        Ends the purposes of the employment, and those of every dependent; from this day retention \
        is computed. --undo takes back a leaving that was recorded by mistake. Prints the codes \
        that changed.
        """,
        """
        雇用に伴う利用目的を、家族の分も含めて終える。保存期間はこの日から計算する。--undo は誤って記録した退職を\
        取り消す。変わったコードを表示する。
        """),
      example: """
        mynumber person leave 0022 --date 2025-12-31 --reason 自己都合 \\
          --last-paid 2026-01-23 --vault acme.vault --as 鈴木
        """)
  }

  @Argument(help: .both("The employee's code.", "社員番号。"))
  var code: PersonCode

  @Option(help: .both("The last day of the employment.", "雇用の最終日。", valueName: "date"))
  var date: CalendarDate?

  @Option(
    help: .both(
      "Why, in a word of the column 退職事由.", "退職事由の列の語で、理由。", valueName: "word"))
  var reason: String?

  @Option(help: .both("The last day of pay.", "最終給与支払日。", valueName: "date"))
  var lastPaid: CalendarDate?

  @Flag(help: .both("Take the leaving back.", "記録した退職を取り消す。"))
  var undo = false

  @OptionGroup var options: SignInOptions

  func validate() throws {
    guard !undo || (date == nil && reason == nil && lastPaid == nil) else {
      throw ValidationError(.standsAlone("--undo"))
    }
    guard undo || date != nil else { throw ValidationError(.missing("--date")) }
  }

  func run(in context: CommandContext) throws {
    let reason = try knownReason()
    let events = PersonEvents(try VaultAccess(context).signIn(options))
    let changed: [PersonCode]
    if let date {
      changed = try events.leave(code, on: date, reason: reason, lastPaidOn: lastPaid)
    } else {
      changed = try events.undoLeave(code)
    }
    try context.terminal.write(changed.map { $0.text + "\n" }.joined())
  }

  private func knownReason() throws -> LeaveReason? {
    guard let word = reason else { return nil }
    guard let known = LeaveReason(label: word) else {
      throw Failure.usage(.unknownWord(word), hints: [.words(LeaveReason.self)])
    }
    return known
  }
}
