import ArgumentParser
import MyNumberKit

/// `person show`: one person, without the number.
struct PersonShowCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "show",
      Message("Show one person, never the number.", "一人を表示する。番号は出さない。"),
      Message(
        """
        Shows what the vault decides by: declarations, verification, events and holds; with the \
        roster key the name and the address too, and the log notes who saw them.
        """,
        """
        判断のもとになる通知、本人確認、出来事、保留を示す。名簿の鍵があれば氏名と住所も示し、\
        誰が見たかを記録する。
        """),
      example: "mynumber person show 0012 --vault acme.vault --as 鈴木")
  }

  @Argument(help: .both("The person's code.", "対象者のコード。"))
  var code: PersonCode

  @OptionGroup var format: FormatOptions
  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let session = try VaultAccess(context).signIn(options, for: .list)
    let person = try session.vault.requirePerson(code)
    if session.holdsRoster { try session.note(.profile(code)) }
    let profile = try session.profileIfHeld(of: person)
    try PersonSheet(person, profile, Names(session.vault.policy)).listing.write(
      to: context, as: format.format)
  }
}
