import ArgumentParser
import MyNumberKit

/// The options of every export of slips and records: of whom, with which numbers, where to.
struct FilingOptions: ParsableArguments {
  @Option(help: .both("The income year.", "年分。", valueName: "year"))
  var year: Int

  @Option(
    name: .customLong("person"),
    help: .both("Only these people; may be repeated.", "この人だけ。繰り返せる。", valueName: "code"))
  var people: [PersonCode] = []

  @Option(
    help: .both(
      "Leave numbers blank for these reasons, with commas between.",
      "これらの理由で番号を空欄にする（コンマ区切り）。", valueName: "reason,…"))
  var leaveBlank: String?

  @Flag(help: .both("Substitute characters that the record cannot hold.", "記録にない文字を置き換える。"))
  var substitute = false

  @Flag(help: .both("Drop the numbers that the file has already.", "ファイルにすでにある番号を捨てる。"))
  var discardNumbers = false

  @Option(
    help: .both(
      "Rows that void a slip get the numbers held on this day (default: those that the register "
        + "knows to stand on it).",
      "取り消す票に、この日に保管していた番号を記載する（既定: 出力記録にある提出時の番号）。", valueName: "date"))
  var numberAsOf: CalendarDate?

  @Option(help: .both("The folder to write to.", "書き出し先のフォルダー。", valueName: "folder"))
  var out: String

  @OptionGroup var format: FormatOptions
  @OptionGroup var options: SignInOptions

  /// Options that mean nothing on people's own copies, which bear no number, where they are given.
  var givenForNumbers: [String] {
    [
      (leaveBlank != nil, "--leave-blank"), (substitute, "--substitute"),
      (numberAsOf != nil, "--number-as-of"),
    ].filter(\.0).map(\.1)
  }
}
