import ArgumentParser
import MyNumberKit

/// `refusal list`: the requests, and who is to be asked.
struct RefusalListCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "list",
      Message("List requests for numbers and who is to be asked.", "番号を求めた経過と、求めるべき人を示す。"),
      Message(
        """
        Shows each request with its answer, people who were never asked, and those of whom it is \
        only said that they were asked (by an import) without a record of it. --due shows only \
        those to be asked now: never asked, without a record, or due again. With the counts by \
        reason. Names are shown with --names, to users who hold the roster key.
        """,
        """
        依頼と回答を一件ずつ示し、まだ求めていない人、求めたとだけ取り込まれて記録のない人も示す。--due は今求めるべき人\
        （未依頼、記録なし、再依頼の時期）だけを示す。理由別の人数も示す。氏名は --names を付けると、名簿の鍵を持つ\
        利用者に示す。
        """),
      example: "mynumber refusal list --due --names --vault acme.vault --as 鈴木")
  }

  @Argument(help: .both("Only these people.", "この人だけ。"))
  var codes: [PersonCode] = []

  @Flag(help: .both("Only those to be asked now.", "今求めるべき人だけ。"))
  var due = false

  @Flag(help: .both("Show names.", "氏名を示す。"))
  var names = false

  @OptionGroup var format: FormatOptions
  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let session = try VaultAccess(context).signIn(options, for: .list)
    let people = try ChosenPeople(session).people(codes)
    if names {
      try session.requireRoster()
      try session.note(.names(people: people.count))
    }
    let lines = try people.map { person in
      PersonLine(
        PersonSummary(record: person.record, pin: person.pin),
        name: names ? try session.profileIfHeld(of: person)?.name : nil)
    }
    let listing = RequestListing(
      lines, asOf: context.today, onlyToAsk: due, users: ChosenPeople.users(of: session.vault))
    try listing.document.write(to: context, as: format.format, counting: listing.missing)
  }
}
