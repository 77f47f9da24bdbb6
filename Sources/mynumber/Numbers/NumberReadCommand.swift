import ArgumentParser
import MyNumberKit

/// `number read`: shows one number, after its entry in the log is durable.
struct NumberReadCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "read",
      Message("Read one number for a declared purpose.", "通知した利用目的のために番号を一つ読む。"),
      Message(
        """
        Says for which purpose, on which form copy and why; the gate decides, records, and only \
        then opens. The digits go to a terminal only, unless --stdout is given, so that they do \
        not end up in a file by accident.
        """,
        """
        利用目的、記載する書類、理由を示す。ゲートが判断し、記録し、その後にだけ開く。数字は端末にだけ表示し、うっかり\
        ファイルに残らないようにする。それ以外へは --stdout を付けたときだけ出す。
        """),
      example: """
        mynumber number read 0012 --purpose health-pension \\
          --form health-pension-acquisition --reason 資格取得届 --vault acme.vault --as 鈴木
        """)
  }

  @Argument(help: .both("The person's code, such as 0012 or 0012-2.", "対象者のコード（0012, 0012-2 など）。"))
  var code: PersonCode

  @Option(help: .both("The purpose of use.", "利用目的。", valueName: "purpose"))
  var purpose: String

  @Option(help: .both("The form copy the number goes on.", "番号を記載する書類。", valueName: "form"))
  var form: String

  @Option(
    help: .both(
      "The income year, for a form of one such as a withholding slip.",
      "年分。源泉徴収票など年分のある書類では必ず指定する。", valueName: "year"))
  var year: Int?

  @Option(
    help: .both(
      "Why, in at most 200 characters without a number.", "理由。200文字以内、番号を含めない。",
      valueName: "text"))
  var reason: String

  @Flag(help: .both("Write the digits even if it is no terminal.", "端末でなくても数字を書き出す。"))
  var stdout = false

  @Option(
    help: .both(
      "An earlier version of the number (default: the current one).",
      "以前の番号の版（既定: 現在の番号）。", valueName: "n"))
  var numberVersion: Int?

  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let terminal = context.terminal
    guard stdout || terminal.isOutputTerminal else { throw Failure.usage(.numberNeedsTerminal) }
    let session = try VaultAccess(context).signIn(options)
    let policy = session.vault.policy
    let query = NumberQuery(
      code: code, purpose: policy.purposeID(purpose), form: policy.formID(form),
      reason: reason, version: numberVersion, incomeYear: year)
    let number = try Gate(session).read(query) { number in
      number.withDigits { terminal.writeOutput($0) }
    }
    guard number == 0 else { throw TextError.inputOutput(number: number) }
    try terminal.write("\n")
  }
}
