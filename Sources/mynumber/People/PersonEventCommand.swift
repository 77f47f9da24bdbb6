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
        What ends or begins the employment of an employee is carried to the family. --undo takes \
        back what was recorded by mistake; what had been derived counts again. --completed with \
        --left-before records for all at once, whose completion is only presumed, that the matter \
        is completed: on --date, else on the day presumed; the codes are printed. Kinds: \(kinds(\.english)).
        """,
        """
        保存期間は出来事から計算する。申告書の受理、法定調書の提出、完結、扶養終了など。記録した出来事は推定に\
        常に優先する。支払・提出・申告など年分によるものは --year、他は --date で示す。完結は --purpose ごとで、\
        雇用・扶養・被保険者資格の終わった日以後のものを数える。従業員の退職・死亡・再入社は家族にも及ぶ。\
        --undo は誤って記録したものを取り消し、導出したものがあればそれに戻る。--completed と --left-before を\
        指定すると、完結が推定にとどまる人をまとめて、--date（なければ推定の日）に完結したと記録し、\
        コードを表示する。\
        種類: \(kinds(\.japanese))。
        """),
      example: """
        mynumber person event 0012 matter-completed --date 2026-04-10 \\
          --purpose health-pension --vault acme.vault --as 鈴木
        mynumber person event --completed employment-insurance \\
          --left-before 2026-04-01 --vault acme.vault --as 鈴木
        """)
  }

  private static func kinds(_ word: (LifeEventKind) -> String) -> String {
    LifeEventKind.allCases.map(word).joined(separator: ", ")
  }

  @Argument(help: .both("The person's code.", "対象者のコード。"))
  var code: PersonCode?

  @Argument(help: .both("What happened.", "出来事の種類。"))
  var kind: String?

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

  @Option(
    help: .both(
      "Record for many that this purpose's matter is completed.", "この利用目的の完結をまとめて記録する。",
      valueName: "purpose"))
  var completed: String?

  @Option(
    help: .both(
      "With --completed: those whose work ended before this day.", "--completed と: この日より前に終わった人。",
      valueName: "date"))
  var leftBefore: CalendarDate?

  @OptionGroup var options: SignInOptions

  func validate() throws {
    guard completed != nil || leftBefore != nil else {
      guard code != nil, kind != nil else { throw ValidationError(.missing("CODE KIND")) }
      return
    }
    guard completed != nil else { throw ValidationError(.goesWith("--left-before", "--completed")) }
    guard leftBefore != nil else {
      throw ValidationError(.goesWith("--completed", "--left-before"))
    }
    guard code == nil, kind == nil, year == nil, purpose == nil, form == nil, !undo else {
      throw ValidationError(.goesAlone("--completed", with: ("--left-before", "--date")))
    }
  }

  func run(in context: CommandContext) throws {
    if let completed, let leftBefore {
      return try complete(completed, leftBefore, context)
    }
    guard let code, let kind else { return }
    var event = try event(kind)
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

  private func complete(
    _ word: String, _ day: CalendarDate, _ context: CommandContext
  ) throws {
    let session = try VaultAccess(context).signIn(options)
    guard let purpose = session.vault.policy.purpose(named: word) else {
      throw Failure.usage(.unknownWord(word))
    }
    let codes = try PersonEvents(session).complete(purpose.id, leftBefore: day, on: date)
    try context.terminal.write(codes.map { $0.text + "\n" }.joined())
  }

  private func event(_ word: String) throws -> LifeEvent {
    guard let kind = LifeEventKind(label: word) else {
      throw Failure.usage(.unknownWord(word), hints: [.words(LifeEventKind.self)])
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
