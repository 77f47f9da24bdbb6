import ArgumentParser
import MyNumberKit

/// `handover list`: what was handed over, and what came back.
struct HandOverListCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "list",
      Message("List the files handed over.", "引き渡したファイルを一覧にする。"),
      Message(
        "Shows each with its contractor, purpose, people, day and whether it came back.",
        "委託先、利用目的、人数、日、返却の有無を示す。"),
      example: "mynumber handover list --vault acme.vault --as 鈴木 --format csv")
  }

  @OptionGroup var format: FormatOptions
  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let session = try VaultAccess(context).signIn(options)
    var listing = Listing([
      .init("id", "Id", "ID"), .init("contractor", "Contractor", "委託先"),
      .init("purpose", "Purpose", "利用目的"), .init("form", "Form copy", "書類"),
      .init("people", "People", "人数", isCount: true), .init("file", "File", "ファイル"),
      .init("bytes", "Bytes", "バイト数", isCount: true), .init("on", "On", "引渡日"),
      .init("return_by", "Return by", "返却期限"), .init("returned", "Returned", "返却・廃棄"),
      .init("standing", "Standing", "状態", isWord: true),
    ])
    for made in try HandOvers(session).list() {
      listing.rows.append(Self.row(made, on: session.vault.decisionDay))
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
