import ArgumentParser
import MyNumberKit

/// `handling size`: states how big the employer is.
struct HandlingSizeCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "size",
      Message("State how many employees there are, for the self-check.", "自己点検のために従業員数を申告する。"),
      Message(
        """
        A business of not more than 100 employees (労働基準法20条) is small (中小規模事業者) and may use easier methods, \
        unless it is excluded. The count is that of the end of the business year; after a year it no longer makes the \
        employer small.
        """,
        """
        従業員（労働基準法20条の適用を受ける者）が100人以下で、除外事由のない事業者は中小規模事業者として、より簡便な方法をとることができる。\
        人数は事業年度末のもので、1年を過ぎると中小規模事業者として扱わない。
        """),
      example: "mynumber handling size 45 --on 2026-03-31 --vault acme.vault --as 佐藤")
  }

  @Argument(help: .both("How many employees.", "従業員数。"))
  var employees: Int

  @Option(help: .both("The day of the count.", "人数を数えた日。", valueName: "date"))
  var on: CalendarDate

  @Option(
    help: .both(
      "number-user, entrusted (handles numbers for others as a business), financial or large-database (personal "
        + "data of more than 5,000 people within six months); may stand several times.",
      "除外事由: number-user 個人番号利用事務実施者, entrusted 委託に基づく個人番号関係事務等を業務とする, financial 金融分野, "
        + "large-database 過去6月以内に個人データ5,000人超。繰り返し指定できる。",
      valueName: "exclusion"))
  var excluded: [EmployerSize.Exclusion] = []

  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let session = try VaultAccess(context).signIn(options)
    let size = EmployerSize(employees: employees, on: on, exclusions: CaseSet(excluded))
    try HandlingRegister(session).state(size)
    context.terminal.tell(.sizeStated(isSmall: size.standing(on: context.today) == .small))
  }
}
