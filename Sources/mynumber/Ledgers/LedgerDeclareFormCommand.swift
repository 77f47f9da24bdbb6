import ArgumentParser
import MyNumberKit

/// `ledger declare-form`: for whom numbers may be left out this year, and why not for the others.
struct LedgerDeclareFormCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "declare-form",
      Message("Say for whom declarations may leave the number out.", "申告書の番号の記載を省略できる人を示す。"),
      Message(
        """
        Shows what the ledger must say (name, address, that a number is held, when the declaration \
        was received and its name, 所得税法施行規則76条の2) and, for each person on the year's \
        declarations, whether the number may be left out. A changed name or number ends that until \
        a notice of change sets the ledger right (所得税法198条4項ただし書); 'person import --update' \
        notes another name or address by itself. Record a declaration that bore the number with \
        'person event CODE declaration-received --year Y --date D'. No number is opened, and nothing is \
        written but the log. People without a usable number are counted by reason. It needs the roster key, and the log notes who saw it.
        """,
        """
        帳簿に必要な事項（氏名、住所、番号の保管、申告書の提出を受けた年月と名称、所得税法施行規則76条の2）と、その年の\
        申告書に載る一人ひとりについて番号を省略できるかを示す。氏名または番号が変わると、届出書を受けて帳簿を直すまで\
        省略できない（所得税法198条4項ただし書）。氏名・住所の変更は person import --update が記録する。番号の\
        記載のある申告書は person event 番号 declaration-received --year 年 --date 日 で記録する。番号は開かず、ログのほかには\
        何も書き込まない。使える番号のない人は理由別に数える。名簿の鍵が要り、誰が見たかを記録する。
        """),
      example: "mynumber ledger declare-form --year 2027 --vault acme.vault --as 田中")
  }

  @Argument(help: .both("Only these people.", "この人だけ。"))
  var codes: [PersonCode] = []

  @Option(help: .both("The income year (default: this year).", "年分（既定: 今年）。", valueName: "year"))
  var year: Int?

  @OptionGroup var format: FormatOptions
  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let year = self.year ?? context.today.year
    let years = LifeEvent.years(asOf: context.today)
    guard years.contains(year) else { throw Failure.usage(.yearOutOfRange(years)) }
    let session = try VaultAccess(context).signIn(options, for: .list)
    try session.requireRoster()
    let people = try ChosenPeople(session).people(codes)
    let concerned = people.compactMap { person in
      session.vault.policy.ledger.standing(of: person.record, year: year).map { (person, $0) }
    }
    try session.note(.ledger(year: year, people: concerned.count))
    let addresses = LedgerAddresses(session)
    let lines = try concerned.map { person, standing in
      let profile = try session.profileIfHeld(of: person)
      return LedgerLine(
        PersonSummary(record: person.record, pin: person.pin), standing, name: profile?.name ?? "",
        address: try profile.flatMap { try addresses.address(of: person, $0) })
    }
    let listing = LedgerListing(
      lines, year: year, policy: session.vault.policy, asOf: context.today)
    try listing.document.write(to: context, as: format.format, counting: listing.missing)
  }
}
