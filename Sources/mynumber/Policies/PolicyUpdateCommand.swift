import ArgumentParser
import MyNumberKit

/// `policy update`: pins another policy.
struct PolicyUpdateCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "update",
      Message("Pin another policy by a signed entry.", "別の規程を署名つきの記録で固定する。"),
      Message(
        "Checks it first, and prints its digest. A mistake changes nothing.",
        "先に検査し、ダイジェストを表示する。誤りがあれば何も変えない。"),
      example: "mynumber policy update Policies --vault acme.vault --as 佐藤")
  }

  @Argument(help: .both("The folder.", "フォルダー。"))
  var folder: String

  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let bundle = try PolicyFolder(context).bundle(folder)
    let session = try VaultAccess(context).signIn(options)
    try PolicyChange(session).update(to: bundle)
    try context.terminal.write("\(session.vault.policy.digestHex)\n")
    context.terminal.tell(.policyPinned)
  }
}
