public import Auditing
internal import People
internal import Rules

/// The handling ledger (取扱状況を確認する手段): every file with numbers, what was destroyed, what was
/// carried and posted, and who was trained; made from the log alone, without a key.
///
/// It holds no number: no text is shown that could be one, and nothing else of it is a person's.
///
/// Source: guideline for businesses (番号法ガイドライン), annex 1, C-b, C-c, D and E.
public struct HandlingLedger: Sendable {
  let standing: LogStanding
  let asOf: CalendarDate
  /// Every file that is kept.
  let files: [HandlingFileLine]
  /// Rows of ``HandlingDeletions``.
  let deletions: [[ReportCell]]
  /// What was carried out, posted and received.
  public let moves: [HandlingMove]
  /// The users with a role, but for contractors' and revoked ones.
  public let staff: [StaffStanding]
  /// Entries of these kinds that do not say what they must, and are not in it.
  public let unread: [Int]
  /// Restores: what was registered and recorded since the backup is not in it.
  public let restores: [Int]
  let names: ReportNames
}

extension HandlingLedger {
  /// The ledger laid out for rendering; its CSV is the files.
  public var document: ReportDocument {
    ReportDocument(
      format: "mynumber-handling-ledger-1",
      title: Words("特定個人情報等 取扱状況の台帳", "Handling ledger"), fields: fields,
      tables: [
        ReportTable(
          "files", Words("特定個人情報ファイル", "Files with numbers"), HandlingFileLine.columns,
          files.map(\.cells)),
        ReportTable(
          "deletions", Words("削除・廃棄の記録", "Deletions"), HandlingDeletions.columns, deletions),
        ReportTable(
          "moves", Words("持ち運び・送付・受領の記録", "Carried, posted, received"), HandlingMove.columns,
          moves.map { $0.cells(asOf: asOf) }),
        ReportTable(
          "staff", Words("研修・誓約", "Training and pledges"), StaffStanding.columns,
          staff.map { $0.cells(names) }),
      ], isOfFigures: false, csvTable: "files")
  }

  private var fields: [(column: ReportColumn, cell: ReportCell)] {
    standing.fields(names, asOf: asOf) + [
      (
        ReportColumn("unread", "読めない記録", "Entries not readable"), .entries(EntryRanges(unread))
      ),
      (
        ReportColumn(
          "restores", "復元（控え以後の登録は失われた）", "Restored, without what came since the backup"),
        .entries(EntryRanges(restores))
      ),
    ]
  }
}

extension LogStanding {
  /// Which log a report was made from, and on which day.
  func fields(
    _ names: ReportNames, asOf: CalendarDate
  ) -> [(column: ReportColumn, cell: ReportCell)] {
    [
      (ReportColumn("vault", "保管庫ID", "Vault id"), .text(authority.vaultID.description)),
      (
        ReportColumn("organisation", "事業者", "Organisation"),
        .text(authority.genesis.organisation)
      ),
      (ReportColumn("log_size", "記録の件数", "Log size"), .count(size)),
      (ReportColumn("root", "ルートハッシュ", "Root hash"), .text(Base64.encode(root.bytes))),
      (
        ReportColumn("signed_size", "署名済みの件数", "Signed entries"),
        .count(checkpoint.checkpoint.size)
      ),
      (ReportColumn("signer", "署名者", "Signed by"), names.user(checkpoint.signer)),
      (ReportColumn("as_of", "基準日", "As of"), .text(asOf.isoText)),
    ]
  }
}

extension HandlingMove {
  static let columns: [ReportColumn] = [
    ReportColumn("kind", "区分", "Kind"), ReportColumn("what", "内容", "What"),
    ReportColumn("on", "日付", "On"), ReportColumn("by", "担当", "By"),
    ReportColumn("party", "相手先・行き先", "Where to, whence"),
    ReportColumn("protection", "保護の方法", "Protected"),
    ReportColumn("return_by", "戻す期限", "Back by"), ReportColumn("standing", "状態", "Standing"),
    .entries,
  ]

  func cells(asOf: CalendarDate) -> [ReportCell] {
    [
      kind.cell, .free(what), .text(on.isoText), .free(by), .free(party), .free(protection),
      .optional(returnBy?.isoText), standing(asOf),
      .entries(EntryRanges([entry] + (returned.map { [$0.entry] } ?? []))),
    ]
  }

  private func standing(_ asOf: CalendarDate) -> ReportCell {
    if let returned {
      let day = returned.on.isoText
      return .word(id: "returned \(day)", Words("\(day)に戻り", "back on \(day)"))
    }
    if isOverdue(on: asOf) { return .word(id: "overdue", Words("期限超過", "overdue")) }
    return isOpen ? .word(id: "open", Words("持ち出し中", "outside")) : .empty
  }
}

extension HandlingMove.Kind {
  fileprivate var cell: ReportCell {
    switch self {
    case .carryOut: .word(id: rawValue, Words("持ち出し", "carried out"))
    case .post: .word(id: rawValue, Words("送付", "posted"))
    case .receive: .word(id: rawValue, Words("受領", "received"))
    }
  }
}
