internal import Auditing
internal import People
internal import Rules

extension AccessReport {
  /// The report laid out for rendering, in the order in which an inspector asks.
  public var document: ReportDocument {
    ReportDocument(
      format: "mynumber-access-report-1",
      title: Words("個人番号 取扱記録報告書", "My Number access report"),
      subtitle: header.subtitle, fields: header.fields(names) + reviewed,
      records: records.tables(names), tables: standing + figures + registers,
      isOfFigures: true)
  }

  /// The last review, and how many entries came after what it looked at.
  private var reviewed: [(column: ReportColumn, cell: ReportCell)] {
    [
      (
        ReportColumn("last_review", "最終点検", "Last review"),
        lastReview.map { .text($0.time.iso) } ?? .word(id: "none", Words("なし", "none"))
      ),
      (ReportColumn("reviewed_by", "点検者", "Reviewed by"), names.user(lastReview?.user)),
      (
        ReportColumn("reviewed_through", "点検済みの記録", "Reviewed through"),
        reviewedThrough.map { .count($0) } ?? .empty
      ),
      (
        ReportColumn("not_reviewed", "未点検の件数", "Entries not reviewed"),
        .count(header.logSize - 1 - (reviewedThrough ?? -1))
      ),
    ]
  }

  private var standing: [ReportTable] {
    [
      ReportTable(
        "users", Words("利用者（基準日）", "Users on the day"), UserStanding.columns,
        users.map { $0.cells(names) }),
      ReportTable(
        "access", Words("読める者（基準日）", "Who can read on the day"), KeyAccess.columns,
        access.map { $0.cells(names) }),
    ]
  }

  private var figures: [ReportTable] {
    [
      ReportTable("uses", Words("利用・提供（利用目的別）", "Uses by purpose and form"), uses, names),
      timeline.table(names),
      ReportTable(
        "activity", Words("操作（利用者別）", "Activity by user"), activity, names, plots: [usesByUser]),
      ReportTable("refusals", Words("拒否・検証失敗", "Refused and failed"), refusals, names),
      ReportTable("sign_ins", Words("サインイン", "Sign-ins"), signIns, names),
      ReportTable("notable", Words("確認すべき事実", "Things to look at"), notable, names),
      ReportTable("collection", Words("収集・通知・本人確認・異動", "Collection"), collection, names),
      ReportTable("blanks", Words("空欄のまま作成した書類", "Numbers left blank"), blanks, names),
    ]
  }

  private var usesByUser: ReportPlot {
    let uses = activity.filter { $0.subject.action == "read" && $0.subject.outcome == .allowed }
    return ReportPlot(
      .bars, Words("番号の利用（利用者別）", "Numbers used, by user"),
      uses.map { figure in
        ReportPlot.Item(
          place: names.user(figure.subject.user), part: names.purpose(figure.subject.purpose),
          count: figure.count, entries: figure.entries)
      })
  }

  private var registers: [ReportTable] {
    let files = files.map { files in
      ReportTable(
        "files", Words("残っている番号入りのファイル（基準日）", "Files with numbers that stand on the day"),
        FileStanding.columns, files.map { $0.cells(names) })
    }
    let exports = exports.map {
      register("exports", Words("外部への提供・書き出し", "What left the vault"), $0)
    }
    return [exports, files].compactMap(\.self) + [
      ReportTable("purged", Words("廃棄（利用目的別）", "Purged by purpose"), purged, names),
      register("purges", Words("廃棄の実施", "Purges"), purges),
      register("changes", Words("利用者・鍵・規程の変更", "Changes of users, keys and policy"), changes),
      register("reviews", Words("点検・漏えい等", "Reviews and incidents"), reviews),
      ReportTable(
        "open_actions", Words("未了の是正（基準日）", "Open actions on the day"), OpenAction.columns,
        openActions.map { $0.cells(names) }),
    ] + carried + [
      ReportTable("entries", Words("全ての記録（操作別）", "Every entry by action"), entries, names)
    ]
  }

  private var carried: [ReportTable] {
    guard let carriedOut else { return [] }
    return [
      ReportTable(
        "carried_out", Words("持ち出して戻っていないもの（基準日）", "Carried out and not back on the day"),
        HandlingMove.columns, carriedOut.map { $0.cells(asOf: header.parameters.asOf) })
    ]
  }

  private func register(_ id: String, _ title: Words, _ events: [LoggedEvent]) -> ReportTable {
    ReportTable(id, title, LoggedEvent.columns, events.map { $0.cells(names) })
  }
}

extension AccessReportHeader {
  /// By which a reader finds how far a report goes.
  static let size = ReportColumn("log_size", "記録の件数", "Log size")

  /// The employer, and what period the report is of.
  fileprivate var subtitle: Words {
    let (from, to) = (parameters.from?.isoText, parameters.to?.isoText)
    let (japanese, english) =
      from == nil && to == nil
      ? ("全期間", "whole log")
      : ("\(from ?? "")〜\(to ?? "")", "\(from ?? "…") – \(to ?? "…")")
    return Words("\(organisation)　\(japanese)", "\(organisation) · \(english)")
  }

  fileprivate func fields(_ names: ReportNames) -> [(column: ReportColumn, cell: ReportCell)] {
    log(names) + OutsideStanding.fields(outside, asOf: parameters.asOf)
      + OutsideStanding.fields(witnessed: witnessed, asOf: parameters.asOf) + asked(names) + shown
  }

  private func log(_ names: ReportNames) -> [(column: ReportColumn, cell: ReportCell)] {
    [
      (ReportColumn("vault", "保管庫ID", "Vault id"), .text(vault)),
      (ReportColumn("organisation", "事業者", "Organisation"), .text(organisation)),
      (
        ReportColumn("corporate_number", "法人番号", "Corporate number"), .optional(corporateNumber)
      ),
      (Self.size, .count(logSize)),
      (ReportColumn("root", "ルートハッシュ", "Root hash"), .text(root)),
      (ReportColumn("signed_size", "署名済みの件数", "Signed entries"), .count(signedSize)),
      (ReportColumn("unsigned", "署名後の件数", "Unsigned entries after"), .count(unsignedEntries)),
      (
        ReportColumn("checkpoints", "検証した署名（チェックポイント）", "Signatures checked"),
        .count(checkpoints)
      ),
      (ReportColumn("signer", "署名者", "Signed by"), names.user(signer)),
      (ReportColumn("policy", "規程のダイジェスト", "Policy digest"), .text(policy)),
    ]
  }

  private func asked(_ names: ReportNames) -> [(column: ReportColumn, cell: ReportCell)] {
    [
      (ReportColumn("program", "プログラム", "Program"), .optional(parameters.program)),
      (ReportColumn("as_of", "基準日", "As of"), .text(parameters.asOf.isoText)),
      (ReportColumn("from", "期間の初日", "From"), .optional(parameters.from?.isoText)),
      (ReportColumn("to", "期間の末日", "To"), .optional(parameters.to?.isoText)),
      (ReportColumn("person", "対象者", "Person"), .optional(parameters.person?.text)),
      (ReportColumn("user", "対象の利用者", "User"), names.user(parameters.user)),
      (
        ReportColumn("purpose", "対象の利用目的", "Purpose"),
        parameters.purpose.map { names.purpose($0.rawValue) } ?? .empty
      ),
      (
        ReportColumn("dormant_after_days", "長期未使用とする日数", "Dormant after days"),
        .count(parameters.dormantAfterDays)
      ),
    ]
  }

  private var shown: [(column: ReportColumn, cell: ReportCell)] {
    [
      (ReportColumn("entries_shown", "対象の記録", "Entries shown"), .count(entriesShown)),
      (ReportColumn("first_entry", "最初の記録", "First entry"), .optional(firstEntry?.iso)),
      (ReportColumn("last_entry", "最後の記録", "Last entry"), .optional(lastEntry?.iso)),
    ]
  }
}
