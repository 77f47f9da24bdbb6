internal import Auditing
internal import JSON
internal import People
internal import Rules

extension IncidentAssessment {
  /// The assessment laid out for rendering.
  public var document: ReportDocument {
    ReportDocument(
      format: "mynumber-incident-assessment-1",
      title: Words("特定個人情報の漏えい等の調査", "Assessment of an incident"), fields: fields,
      tables: [factsTable, clocks, reasons, exposedTable, peopleTable, copiesTable],
      isOfFigures: false,
      csvTable: "people_concerned")
  }

  private var fields: [(column: ReportColumn, cell: ReportCell)] {
    [
      (ReportColumn("incident", "事案（記録番号）", "Incident (entry)"), .count(incident.opening.entry)),
      (ReportColumn("what", "内容", "What happened"), .text(incident.opening.what)),
      (ReportColumn("known_on", "知った日", "Known on"), .text(incident.opening.knownOn.isoText)),
      (
        ReportColumn("harms", "種別", "Harms"),
        .list(incident.harms.members.map { .word(id: $0.rawValue, $0.words) })
      ),
      (
        ReportColumn("cause", "原因", "Cause"),
        .word(id: incident.cause.rawValue, incident.cause.words)
      ),
      (ReportColumn("source", "調査の範囲", "Source"), .text(source.text)),
      (ReportColumn("from", "期間の初日", "From"), .optional(from?.isoText)),
      (ReportColumn("to", "期間の末日", "To"), .optional(to?.isoText)),
      (ReportColumn("log_size", "調べた記録の件数", "Entries gone through"), .count(entries)),
      (
        ReportColumn("encryption", "暗号化の状態", "Encryption"),
        .word(id: encryption.rawValue, encryption.words)
      ),
      (ReportColumn("people", "本人の数", "People"), .count(people.count)),
      (ReportColumn("at_most", "最大の人数", "At most"), .count(atMost)),
      (
        ReportColumn("whom_the_copy_held", "控えにあった本人", "Whom the copy held"),
        isOfGivenUpLog
          ? .word(
            id: "not-known",
            Words("記録から分からない（復元で破棄した記録の控え）", "not known: of a log that a restore gave up"))
          : .empty
      ),
      (
        ReportColumn("file", "ファイル", "File"),
        (registered?.name ?? moved?.what).map(ReportCell.free) ?? .optional(export?.path)
      ),
      (
        ReportColumn("reportable", "報告の要否", "Reportable"),
        .word(id: verdict.rawValue, verdict.words)
      ),
    ]
  }

  private var factsTable: ReportTable {
    let rows = incident.facts.detail.sorted { precedes($0.key, $1.key) }.map { key, value in
      [Self.fact(key), Self.text(of: value), .entries(EntryRanges(incident.entries))]
    }
    return ReportTable(
      "facts", Words("その後に分かったこと", "What became known since"),
      [ReportColumn("fact", "事項", "Fact"), ReportColumn("value", "内容", "Value"), .entries], rows)
  }

  private static func text(of value: CanonicalValue) -> ReportCell {
    switch value {
    case .bool(true): .word(id: "yes", Words("はい", "yes"))
    case .bool(false): .word(id: "no", Words("いいえ", "no"))
    case .integer(let number): .count(number)
    case .string(let text): .text(text)
    case .array(let values): .list(values.map(text))
    default: .empty
    }
  }

  private static func fact(_ key: String) -> ReportCell {
    factWords[key].map { .word(id: key, $0) } ?? .text(key)
  }

  private static let factWords: [String: Words] = [
    "cause": Words("原因", "cause"),
    "contractor_knew_on": Words("委託先が知った日", "the contractor knew on"),
    "contractor_told_on": Words("委託先から通知を受けた日", "the contractor told on"),
    "copy_remains": Words("同じ内容が他に保管されている", "the same is kept elsewhere"),
    "harms": Words("ほかに起きたこと", "happened besides"),
    "keys_safe": Words("鍵・控え・パスフレーズは漏れていない", "no key, copy or passphrase leaked"),
    "open_to_many": Words("不特定多数の者が閲覧できた", "unspecified many could see it"),
    "people": Words("最大の人数（記録の外で数えたもの）", "at most, as counted elsewhere"),
    "recovered_unseen": Words("閲覧される前に全てを回収した", "all came back unseen"),
    "wrongful_on": Words("不正の目的のおそれを知った日", "wrongful purpose suspected on"),
  ]

  private var clocks: ReportTable {
    let rows = (answer?.duties ?? []).flatMap(\.clocks).map { IncidentDue(clock: $0).cells }
    return ReportTable(
      "clocks", Words("期限", "Until when"), IncidentDue.columns, rows,
      note: verdict == .freeIfKeysAreSafe ? Self.unless : nil)
  }

  private static let unless = Words(
    "鍵、その控え、パスフレーズが漏れていないことを示せない間の期限である（incident fact --keys-safe）。",
    "Until the keys, their copies and passphrases are shown to be safe (incident fact --keys-safe)."
  )

  private var reasons: ReportTable {
    ReportTable(
      "reasons", Words("該当号と理由", "Items and reasons"),
      [
        ReportColumn("kind", "区分", "Kind"), ReportColumn("reason", "内容", "Reason"),
        ReportColumn("since", "知った日", "Since"), .article,
      ], reasonRows)
  }

  private var reasonRows: [[ReportCell]] {
    let open = lacksOpenness && verdict == .unknown ? [Self.openness] : []
    guard let answer else { return open }
    let findings = answer.duties.flatMap(\.findings).map { finding in
      Self.row("item", Words("該当号", "item"), finding.item.reason, since: finding.since)
    }
    return findings
      + answer.exclusions.map { Self.row("exclusion", Words("対象外", "outside"), $0) }
      + answer.missing.map { Self.row("missing", Words("示すもの", "to be shown"), $0) }
      + answer.questions.map { Self.row("question", Words("確認", "question"), $0) }
      + open
  }

  private static let openness: [ReportCell] = [
    .word(id: "question", Words("確認", "question")),
    .word(
      id: "open-to-many",
      Words(
        "電磁的方法により不特定多数の者が閲覧できたか（incident fact --open-to-many）",
        "whether unspecified many could see it electronically (incident fact --open-to-many)")),
    .empty, .list([.text("特定個人情報の漏えい等に関する報告等に関する規則2条3号")]),
  ]

  private static func row(
    _ id: String, _ words: Words, _ reason: IncidentReason, since: CalendarDate? = nil
  ) -> [ReportCell] {
    [
      .word(id: id, words), reason.cell, .optional(since?.isoText),
      .list(reason.articles.map(ReportCell.text)),
    ]
  }

  private var exposedTable: ReportTable {
    ReportTable(
      "exposed", Words("対象となった番号（利用目的・書類別の人数）", "Exposed, people by purpose"), exposed, names)
  }

  private var peopleTable: ReportTable {
    ReportTable(
      "people_concerned", Words("対象者", "People concerned"), IncidentPerson.columns,
      people.map { $0.cells(names) })
  }

  private var copiesTable: ReportTable {
    ReportTable(
      "copies", Words("残っている他方のファイルの控え", "Copies of the other file that stand"),
      [
        ReportColumn("id", "記録", "Register id"), ReportColumn("made", "作成日", "Made"),
        ReportColumn("path", "場所", "Place"), .entries,
      ],
      copies.map {
        [
          .text($0.id), .text($0.time.japanDate.isoText), .text($0.path),
          .entries(EntryRanges([$0.entry])),
        ]
      })
  }
}

extension IncidentHarm {
  var words: Words {
    switch self {
    case .leak: Words("漏えい", "leak")
    case .loss: Words("滅失", "loss")
    case .damage: Words("毀損", "damage")
    case .alteration: Words("毀損（改ざん）", "alteration")
    case .use: Words("番号法9条に反する利用", "use contrary to Article 9")
    case .provision: Words("番号法19条に反する提供", "provision contrary to Article 19")
    }
  }
}

extension IncidentCause {
  var words: Words {
    switch self {
    case .theft: Words("盗難", "theft")
    case .insider: Words("内部者の行為", "an insider")
    case .unauthorisedAccess: Words("不正アクセス", "unauthorised access")
    case .ransomware: Words("ランサムウェア", "ransomware")
    case .misplaced: Words("紛失", "misplaced")
    case .misdelivered: Words("誤送付・誤交付", "misdelivered")
    case .misconfigured: Words("設定の誤り", "misconfigured")
    case .failure: Words("機器・プログラムの故障", "a failure")
    case .unknown: Words("不明・調査中", "not known yet")
    }
  }
}
