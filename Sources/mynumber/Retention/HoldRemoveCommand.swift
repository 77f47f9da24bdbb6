import ArgumentParser
import MyNumberKit

/// `hold remove`: ends a hold.
struct HoldRemoveCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "remove",
      Message("End a hold.", "保留を外す。"),
      Message("The next purge destroys what is due.", "次の廃棄で、時期に達したものを廃棄する。"),
      example: "mynumber hold remove 0801 h1 --vault acme.vault --as 佐藤")
  }

  @Argument(help: .both("The person's code.", "対象者のコード。"))
  var code: PersonCode

  @Argument(help: .both("The hold's id.", "保留の番号。"))
  var hold: String

  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let session = try VaultAccess(context).signIn(options)
    try PersonEvents(session).release(code, hold: hold)
    context.terminal.tell(.holdEnded)
  }
}
