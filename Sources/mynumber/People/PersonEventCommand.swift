import ArgumentParser
import MyNumberKit

/// `person event`: something that retention is computed from.
struct PersonEventCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "event",
      Message("Record what happened to a person.", "人に起きたことを記録する。"),
      Message(
        """
        Retention is computed from events: a declaration received, a slip filed, a matter \
        completed, a dependent removed. A recorded event always wins over a presumed one. What is \
        paid, filed or declared for an income year goes by --year, all else by --date; a matter is \
        completed for a --purpose, once the employment, the dependency or the insurance has ended. \
        --undo takes back what was recorded by mistake. Kinds: \(kinds(\.english)).
        """,
        """
        保存期間は出来事から計算する。申告書の受理、法定調書の提出、完結、扶養終了など。記録した出来事は推定に\
        常に優先する。支払・提出・申告など年分によるものは --year、他は --date で示す。完結は --purpose ごとで、\
        雇用・扶養・被保険者資格の終わった日以後のものを数える。--undo は誤って記録したものを取り消す。\
        種類: \(kinds(\.japanese))。
        """),
      example: """
        mynumber person event 0012 matter-completed --date 2026-04-10 \\
          --purpose health-pension --vault acme.vault --as 鈴木
        """)
  }

  private static func kinds(_ word: (LifeEventKind) -> String) -> String {
    LifeEventKind.allCases.map(word).joined(separator: ", ")
  }

  @Argument(help: .both("The person's code.", "対象者のコード。"))
  var code: PersonCode

  @Argument(help: .both("What happened.", "出来事の種類。"))
  var kind: String

  @Option(help: .both("The day.", "日付。", valueName: "date"))
  var date: CalendarDate?

  @Option(help: .both("The income year.", "年分。", valueName: "year"))
  var year: Int?

  @Option(help: .both("The purpose concerned.", "関係する利用目的。", valueName: "purpose"))
  var purpose: String?

  @Option(help: .both("The form copy concerned.", "関係する書類。", valueName: "form"))
  var form: String?

  @Flag(help: .both("Take the event back.", "記録した出来事を取り消す。"))
  var undo = false

  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    var event = try event()
    if !undo { try check(event, asOf: context.today) }
    let session = try VaultAccess(context).signIn(options)
    event = try event.named(in: session.vault.policy)
    if undo {
      try PersonEvents(session).takeBack(event, from: code)
      context.terminal.tell(.takenBack(code.text))
    } else {
      try PersonEvents(session).add(event, to: code)
      context.terminal.tell(.eventRecorded(code.text))
    }
  }

  private func event() throws -> LifeEvent {
    guard let kind = LifeEventKind(label: kind) else {
      throw Failure.usage(.unknownWord(self.kind), hints: [.words(LifeEventKind.self)])
    }
    return LifeEvent(kind, on: date, year: year, purpose: purpose, form: form)
  }

  private func check(_ event: LifeEvent, asOf today: CalendarDate) throws {
    let years = LifeEvent.years(asOf: today)
    // A year that no event can have is none to the event.
    let mistakes =
      year.map(years.contains) == false
      ? [.yearOutOfRange(years)] : event.mistakes(asOf: today)
    guard mistakes.isEmpty else {
      throw Failure(
        ExitStatus.usage, messages: mistakes.map { .eventMistake($0, of: event.kind) })
    }
  }
}

extension LifeEvent {
  /// The event with the ids of the purpose and the form copy that it names.
  fileprivate func named(in policy: Policy) throws -> LifeEvent {
    let purpose = try purpose.map { word in
      guard let known = policy.purpose(named: word) else { throw Failure.usage(.unknownWord(word)) }
      return known.id.rawValue
    }
    let form = try form.map { word in
      guard let known = policy.form(named: word) else { throw Failure.usage(.unknownWord(word)) }
      return known.id.rawValue
    }
    return LifeEvent(kind, on: date, year: year, purpose: purpose, form: form, basis: basis)
  }
}
