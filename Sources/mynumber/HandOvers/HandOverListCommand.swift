import ArgumentParser
import MyNumberKit

/// `handover list`: what was handed over, and what came back.
struct HandOverListCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "list",
      Message("List the files handed over.", "引き渡したファイルを一覧にする。"),
      Message(
        """
        Shows each with its contractor, purpose, people, day, by when it has to come back and \
        whether it did (番号法11条, 19条6号, 20条). It reads the log and writes nothing; no number and \
        no name is in it.
        """,
        """
        委託先、利用目的、人数、引渡日、返却・廃棄の期限と有無を示す（番号法11条、19条6号、20条）。ログを読むだけで、何も\
        書き込まない。番号と氏名は含まない。
        """),
      example: "mynumber handover list --vault acme.vault --as 鈴木 --format csv")
  }

  @OptionGroup var format: FormatOptions
  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let session = try VaultAccess(context).signIn(options)
    let names = Names(session.vault.policy)
    var listing = Listing([
      .init("id", "Id", "ID"), .init("contractor", "Contractor", "委託先"),
      .init("purpose", "Purpose", "利用目的"), .init("form", "Form copy", "書類"),
      .init("people", "People", "人数", isCount: true), .init("file", "File", "ファイル"),
      .init("bytes", "Bytes", "バイト数", isCount: true), .init("on", "On", "引渡日"),
      .init("return_by", "Return by", "返却期限"), .init("returned", "Returned", "返却・廃棄"),
      .init("standing", "Standing", "状態", isWord: true),
    ])
    for made in try HandOvers(session).list() {
      let row = Self.row(made, on: session.vault.decisionDay)
      listing.add(row, saying: row.prefix(2) + row[2..<4].map { names.text([$0]) } + row[4...])
    }
    try listing.write(to: context, as: format.format)
  }

  private static func row(_ made: HandOver, on today: CalendarDate) -> [String] {
    let standing =
      made.returnedOn != nil ? "returned" : made.isOverdue(on: today) ? "overdue" : "out"
    return [
      made.id, made.contractor.text, made.purpose.rawValue, made.form.rawValue, "\(made.people)",
      made.file, "\(made.bytes)", made.on.isoText, made.returnBy.isoText,
      made.returnedOn?.isoText ?? "", standing,
    ]
  }
}
