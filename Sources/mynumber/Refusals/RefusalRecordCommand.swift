import ArgumentParser
import MyNumberKit

/// `refusal record`: one request for a number and its answer.
struct RefusalRecordCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "record",
      Message("Record that somebody was asked for the number.", "番号の提供を求めたことを記録する。"),
      Message(
        """
        Keeps the day, the way, the answer, the person's reason and when to ask again, with the \
        user who records it. As long as there is no number, the newest answer is the reason that \
        reports and --leave-blank go by; a number given later takes nothing from the record. \
        Nobody is asked whose number no form carries (番号法15条). --undo takes back what was \
        recorded by mistake; the log keeps both. Ways: \(words(RequestMethod.self, \.english)). \
        Answers: \(words(RequestAnswer.self, \.english)).
        """,
        """
        依頼の日、方法、回答、本人の理由、再依頼日を、記録した利用者とともに残す。番号がない間は、最新の回答が報告書と\
        --leave-blank の理由になる。後で番号が提供されても、記録は残る。どの書類にも番号を記載しない人には求めない\
        （番号法15条）。--undo は誤って記録したものを取り消す（ログには両方残る）。\
        方法: \(words(RequestMethod.self, \.japanese))。回答: \(words(RequestAnswer.self, \.japanese))。
        """),
      example: """
        mynumber refusal record 0019 --asked-on 2026-11-10 --method 書面 \\
          --answer refused --reason 提供したくない --ask-again 2026-12-10 \\
          --vault acme.vault --as 鈴木
        """)
  }

  private static func words<Value: ColumnValue>(
    _: Value.Type, _ word: (Value) -> String
  ) -> String {
    Value.allCases.map(word).joined(separator: ", ")
  }

  @Argument(help: .both("The person's code.", "対象者のコード。"))
  var code: PersonCode

  @Option(help: .both("The day of the request.", "求めた日。", valueName: "date"))
  var askedOn: CalendarDate

  @Option(help: .both("How the person was asked.", "求めた方法。", valueName: "way"))
  var method: String

  @Option(help: .both("What the person answered.", "回答。", valueName: "answer"))
  var answer: String?

  @Option(help: .both("The day of the answer.", "回答の日。", valueName: "date"))
  var answeredOn: CalendarDate?

  @Option(
    help: .both(
      "The person's reason, in at most 200 characters without a number.",
      "本人の理由。200文字以内、番号を含めない。", valueName: "text"))
  var reason: String?

  @Option(help: .both("When to ask again.", "再び求める日。", valueName: "date"))
  var askAgain: CalendarDate?

  @Flag(help: .both("Take back the request of this day and way.", "この日・方法の記録を取り消す。"))
  var undo = false

  @OptionGroup var options: SignInOptions

  func validate() throws {
    let isBare = answer == nil && answeredOn == nil && reason == nil && askAgain == nil
    guard !undo || isBare else {
      throw ValidationError(.goesAlone("--undo", with: ("--asked-on", "--method")))
    }
    guard undo || answer != nil else { throw ValidationError(.missing("--answer")) }
  }

  func run(in context: CommandContext) throws {
    let method = try Self.word(self.method, RequestMethod.self)
    let answer = try self.answer.map { try Self.word($0, RequestAnswer.self) }
    if let answer { try check(method, answer, context) }
    let session = try VaultAccess(context).signIn(options)
    let requests = NumberRequests(session)
    guard let answer else {
      try requests.takeBack(code, askedOn: askedOn, method: method)
      return context.terminal.tell(.takenBack(code.text))
    }
    let isNew = try requests.record(
      code, askedOn: askedOn, method: method, answer: answer, answeredOn: answeredOn,
      reason: reason, askAgainOn: askAgain)
    context.terminal.tell(isNew ? .eventRecorded(code.text) : .requestKnown(code.text))
    if askAgain == nil { context.terminal.tell(.noDayToAskAgain) }
  }

  /// Told before a passphrase is asked for.
  private func check(
    _ method: RequestMethod, _ answer: RequestAnswer, _ context: CommandContext
  ) throws {
    let request = NumberRequest(
      askedOn: askedOn, method: method, answer: answer, answeredOn: answeredOn,
      askAgainOn: askAgain, by: "")
    let mistakes = request.mistakes(asOf: context.today)
    guard mistakes.isEmpty else {
      throw Failure(ExitStatus.usage, messages: mistakes.map { .phrase($0.phrase) })
    }
  }

  private static func word<Value: ColumnValue>(_ text: String, _: Value.Type) throws -> Value {
    guard let value = Value(label: text) else {
      throw Failure.usage(.unknownWord(text), hints: [.words(Value.self)])
    }
    return value
  }
}
