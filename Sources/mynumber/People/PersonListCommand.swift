import ArgumentParser
import MyNumberKit

/// `person list`: everybody, without numbers.
struct PersonListCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "list",
      Message("List the people, never their numbers.", "人を一覧にする。番号は出さない。"),
      Message(
        """
        Shows codes, kinds, purposes and where each number stands, who is to be asked for one, and \
        the counts by reason. Names are shown with --names, \
        to users who hold the roster key, and the log notes who saw them.
        """,
        """
        コード、区分、利用目的、番号の状態、番号を求めるべき人、理由別の人数を示す。氏名は --names を付けると、名簿の鍵を持つ利用者に示し、\
        誰が見たかを記録する。
        """),
      example: "mynumber person list --names --vault acme.vault --as 鈴木")
  }

  @Flag(help: .both("Show names.", "氏名を示す。"))
  var names = false

  @OptionGroup var format: FormatOptions
  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let session = try VaultAccess(context).signIn(options, for: .list)
    if names {
      try session.requireRoster()
      try session.note(.names(people: session.vault.peopleCount))
    }
    var lines: [PersonLine] = []
    try session.vault.forEachPerson { (person) throws(CustodyError) in
      let name = names ? try session.profileIfHeld(of: person)?.name : nil
      lines.append(PersonLine(PersonSummary(record: person.record, pin: person.pin), name: name))
    }
    let listing = PersonListing(lines, policy: session.vault.policy, asOf: context.today)
    try listing.document.write(to: context, as: format.format, counting: listing.missing)
  }
}
