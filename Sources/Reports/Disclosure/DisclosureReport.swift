public import Auditing
internal import People
public import Rules

/// What the log holds of one person, as they can read it (個人情報保護法33条).
///
/// Users stand in it by their ids; who signed by name too.
public struct DisclosureReport: Sendable {
  private let verdict: DisclosureVerdict
  private let names: ReportNames

  /// Lays out what was verified.
  ///
  /// - Parameter policy: Gives purposes and forms their names; without it they stand by their ids.
  public init(_ verdict: DisclosureVerdict, under policy: Policy? = nil) {
    self.verdict = verdict
    var names = policy.map { ReportNames($0) } ?? ReportNames()
    names.users[verdict.signer.id] = verdict.signer.name
    self.names = names
  }

  /// The report laid out for rendering.
  public var document: ReportDocument {
    ReportDocument(
      format: "mynumber-disclosure-report-1",
      title: Words("本人に関する取扱記録の開示", "Log entries about a person"), fields: fields,
      tables: [
        ReportTable(
          "entries", Words("記録", "Entries"), LoggedEvent.columns,
          verdict.entries.map { LoggedEvent($0).cells(names) })
      ], isOfFigures: false)
  }

  private var fields: [(column: ReportColumn, cell: ReportCell)] {
    let checkpoint = verdict.checkpoint.checkpoint
    return [
      (ReportColumn("vault", "保管庫ID", "Vault id"), .text("\(verdict.vaultID)")),
      (.person, .text(verdict.person)),
      (ReportColumn("log_size", "記録の件数", "Log size"), .count(checkpoint.size)),
      (ReportColumn("root", "ルートハッシュ", "Root hash"), .text(Base64.encode(checkpoint.root.bytes))),
      (ReportColumn("signer", "署名者", "Signed by"), names.user(verdict.signer.id)),
      (
        ReportColumn("time", "開示の日時 (UTC)", "Disclosed (UTC)"),
        .optional(verdict.entries.last?.time.iso)
      ),
      (
        ReportColumn("count", "本人に関する件数", "Entries about the person"), .count(verdict.entries.count)
      ),
    ]
  }
}
