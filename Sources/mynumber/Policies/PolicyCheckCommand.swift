import ArgumentParser
import MyNumberKit

/// `policy check`: reads a policy and lists every mistake.
struct PolicyCheckCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "check",
      Message("Check a policy's folder.", "規程のフォルダーを検査する。"),
      Message(
        "Lists every mistake with file, line and column, or prints the digest of a right policy.",
        "誤りを全て、ファイル・行・列とともに示す。正しければダイジェストを表示する。"),
      example: "mynumber policy check Policies")
  }

  @Argument(help: .both("The folder.", "フォルダー。"))
  var folder: String

  @OptionGroup var language: LanguageOptions

  func run(in context: CommandContext) throws {
    let policy = try Policy(bundle: try PolicyFolder(context).bundle(folder))
    try context.terminal.write("\(policy.digestHex)\n")
    context.terminal.tell(.policySound(policy))
  }
}
