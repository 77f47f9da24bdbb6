import ArgumentParser
import MyNumberKit

/// `handling training`: records that a user was trained.
struct HandlingTrainingCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "training",
      Message("Record that a user was trained.", "利用者の研修を記録する。"),
      Message(
        """
        After the months of the policy (training_months in review.yaml) the next one is due; 'ledger handling' and \
        'audit self-check' show who was not trained in time.
        """,
        """
        規程の月数（review.yaml の training_months）が過ぎると次の研修の期限となる。期限内に研修を受けていない利用者は 'ledger handling' と \
        'audit self-check' に表れる。
        """),
      example: """
        mynumber handling training 鈴木 --on 2026-04-10 --topic 番号の取扱い \\
          --vault acme.vault --as 佐藤
        """)
  }

  @Argument(help: .both("The user.", "利用者。"))
  var user: String

  @Option(help: .both("The day.", "研修の日。", valueName: "date"))
  var on: CalendarDate

  @Option(help: .both("What about.", "研修の内容。", valueName: "text"))
  var topic: String

  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let session = try VaultAccess(context).signIn(options)
    try HandlingRegister(session).train(user, on: on, topic: topic)
    context.terminal.tell(.staffRecorded(user))
  }
}
