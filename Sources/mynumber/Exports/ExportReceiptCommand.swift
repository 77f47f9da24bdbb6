import ArgumentParser
import MyNumberKit

/// `export receipt`: under which number the authority accepted a file.
struct ExportReceiptCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "receipt",
      Message("Record the number under which a file was accepted.", "ファイルの受付番号を記録する。"),
      Message(
        """
        Takes the path of the file, or the id that 'mynumber export list' shows, or enough of its \
        beginning. A file may have several numbers.
        """,
        "ファイルのパス、または 'mynumber export list' の示すIDかその先頭部分を指定する。受付番号は複数記録できる。"),
      example: """
        mynumber export receipt slips/unified-2026.csv --number R0-2027-01234567 \\
          --vault acme.vault --as 田中
        """)
  }

  @Argument(help: .both("The path or the id.", "パスまたはID。"))
  var file: String

  @Option(help: .both("The number (受付番号).", "受付番号。", valueName: "number"))
  var number: String

  @Option(help: .both("The day of acceptance (default: today).", "受付日（既定: 今日）。", valueName: "date"))
  var on: CalendarDate?

  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    guard let number = AcceptanceNumber(number) else {
      throw Failure.usage(.notAnAcceptanceNumber)
    }
    let session = try VaultAccess(context).signIn(options)
    let record = try ExportedFiles(session).accept(
      ExportName.named(file, context), under: number, on: on ?? context.today)
    context.terminal.tell(.acceptanceRecorded(record.id))
  }
}
