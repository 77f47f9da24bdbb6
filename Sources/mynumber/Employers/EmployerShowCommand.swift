import ArgumentParser
import MyNumberKit

/// `employer show`: prints the employer file as it was given.
struct EmployerShowCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "show",
      Message("Print the employer file.", "事業者ファイルを表示する。"),
      Message(
        "Prints the YAML as it was given, or with --designations the CSV of 指定番号.",
        "取り込んだ YAML をそのまま、--designations を付けると指定番号の CSV を表示する。"),
      example: "mynumber employer show --vault acme.vault --as 鈴木")
  }

  @Flag(help: .both("Print the designation numbers instead.", "指定番号の方を表示する。"))
  var designations = false

  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let session = try VaultAccess(context).signIn(options, for: .employer)
    guard let file = try Employer(session).show() else {
      throw Failure(ExitStatus.noInput, .noEmployer, hints: [.noEmployerHint])
    }
    guard let bytes = designations ? file.designations : file.yaml else {
      throw Failure(ExitStatus.noInput, .noDesignations)
    }
    try context.terminal.write(bytes)
  }
}
