import ArgumentParser
import MyNumberKit

/// `number confirm`: a second user enters numbers again, blind to the first entry.
struct NumberConfirmCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "confirm",
      Message(
        "Enter numbers a second time, blind to the first entry.", "番号を、一度目を見ずにもう一度入力する。"),
      Message(
        """
        Where the policy asks for it (collection.yaml, second_entry: blind; ガイドライン別添1 B), a \
        collected number is used only after another user than the first has entered it again from \
        its document. The number is typed without echo, or taken from the first line of a file \
        that nobody else may read, or many from a CSV file with the columns 社員番号, 家族番号 and \
        個人番号. It is sealed; the first who may read the number has the two compared, in memory, \
        and hears only whether they agree. If not, the number is unusable until it is corrected \
        with person import --replace correction.
        """,
        """
        規程が求めるとき（collection.yaml の second_entry: blind、ガイドライン別添1 B）、収集した番号は、一度目とは別の\
        利用者が書類からもう一度入力するまで使えない。番号は表示されずに入力するか、本人しか読めないファイルの1行目から、\
        または社員番号・家族番号・個人番号の列のある CSV ファイルから読む。入力は封印され、番号を読める最初の人が読むときに\
        メモリー上で照合し、一致したかどうかだけが分かる。一致しなければ、person import --replace correction で\
        訂正するまで使えない。
        """),
      example: """
        mynumber number confirm 0012 0012-1 --vault acme.vault --as 田中
        """)
  }

  @Argument(
    help: .both("The people's codes, such as 0012 or 0012-2.", "対象者のコード（0012, 0012-2 など）。"))
  var codes: [PersonCode] = []

  @Option(
    help: .both(
      "A file with the number of one person in its first line.", "一人の番号を1行目に書いたファイル。",
      valueName: "file"))
  var numberFile: String?

  @Option(
    help: .both(
      "A CSV file with 社員番号, 家族番号 and 個人番号.", "社員番号・家族番号・個人番号の CSV ファイル。",
      valueName: "file"))
  var file: String?

  @OptionGroup var options: SignInOptions

  func validate() throws {
    guard codes.isEmpty != (file == nil) else {
      throw ValidationError(.codesOrFile)
    }
    guard numberFile == nil || codes.count == 1 else {
      throw ValidationError(.numberFileOfOne)
    }
  }

  func run(in context: CommandContext) throws {
    let count = try file.map { try confirmAll(in: $0, context) } ?? confirmEach(context)
    context.terminal.tell(.enteredAgain(count))
  }

  private func confirmAll(in file: String, _ context: CommandContext) throws -> Int {
    try InputFile.openedRegular(context.path(file), named: file) { descriptor in
      try NumberConfirmation(try VaultAccess(context).signIn(options))
        .confirm(descriptor: descriptor, name: file)
    }
  }

  /// Each is sealed as soon as it is typed, so that nothing typed is lost.
  private func confirmEach(_ context: CommandContext) throws -> Int {
    let confirmation = NumberConfirmation(try VaultAccess(context).signIn(options))
    for code in codes { try confirmation.check(code) }
    let reader = NumberReader(context)
    for code in codes {
      try confirmation.confirm(code, try reader.number(of: code, file: numberFile))
    }
    return codes.count
  }
}
