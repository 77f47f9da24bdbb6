internal import Auditing
internal import People
public import Rules

/// The check of oneself (自己点検) by the items A to G of the guideline's annex 1: evidence found in the
/// log, what is missing with what to do, and what to show of what no program can prove.
///
/// It judges no written rule, room or machine, and holds no number and no name of a person.
public struct SelfCheck: Sendable {
  let log: LogStanding
  let asOf: CalendarDate
  /// How big the employer says it is, and the entry that says so.
  let size: (entry: Int, stated: EmployerSize)?
  /// An item a line, in the guideline's order.
  public let lines: [SafeguardLine]
  let names: ReportNames

  /// Whether the easier methods are open to the employer.
  public var standing: EmployerSize.Standing { size?.stated.standing(on: asOf) ?? .notStated }
}

extension SelfCheck {
  /// The check laid out for rendering; its CSV has one line a figure.
  public var document: ReportDocument {
    ReportDocument(
      format: "mynumber-self-check-1", title: Words("安全管理措置の自己点検", "Self-check of safety measures"),
      fields: log.fields(names, asOf: asOf) + stated,
      tables: [items, found, missing, asked], isOfFigures: true)
  }

  private var stated: [(column: ReportColumn, cell: ReportCell)] {
    let exclusions = size?.stated.exclusions.members ?? []
    return [
      (
        ReportColumn("size", "中小規模事業者", "Small employer"),
        .word(id: standing.rawValue, standing.words)
      ),
      (
        ReportColumn("employees", "従業員数", "Employees"),
        (size?.stated.employees).map(ReportCell.count) ?? .empty
      ),
      (ReportColumn("counted_on", "算定日", "Counted on"), .optional(size?.stated.on.isoText)),
      (
        ReportColumn("exclusions", "除外事由", "Excluded as"),
        .list(exclusions.map { .word(id: $0.rawValue, $0.words) })
      ),
      (
        ReportColumn("size_entry", "規模の記録番号", "Entry of the size"),
        size.map { .entries(EntryRanges([$0.entry])) } ?? .empty
      ),
    ]
  }

  private static let item = ReportColumn("item", "項目", "Item")

  private var items: ReportTable {
    ReportTable(
      "items", Words("項目ごとの結果", "Items"),
      [
        Self.item, ReportColumn("title", "措置", "Measure"), ReportColumn("state", "結果", "Result"),
        ReportColumn("found", "証跡", "Found", isNumber: true),
        ReportColumn("missing", "不足", "Missing", isNumber: true),
        ReportColumn("method", "手法", "Method"), .article,
      ],
      lines.map { line in
        let rule = line.item.rule
        return [
          .text(line.item.rawValue), .word(id: line.item.rawValue, Words(rule.title)),
          .word(id: line.state.rawValue, line.state.words), .count(line.found.count),
          .count(line.missing.count), methodCell(rule), .list(rule.articles.map(ReportCell.text)),
        ]
      })
  }

  /// Which methods the guideline names for the employer: `small` or `general`.
  private func method(_ rule: SafeguardRule) -> String {
    standing == .small && rule.small != nil ? "small" : "general"
  }

  private func methodCell(_ rule: SafeguardRule) -> ReportCell {
    let id = method(rule)
    return id == "small"
      ? .word(id: id, Words("中小規模事業者の対応方法", "for small employers"))
      : .word(id: id, Words("通常の手法", "general"))
  }

  private var found: ReportTable {
    ReportTable(
      "found", Words("証跡", "Evidence found"),
      [Self.item, ReportColumn("evidence", "証跡", "Evidence"), .count, .entries],
      lines.flatMap { line in
        line.found.map { finding in
          [
            .text(line.item.rawValue), .word(id: finding.kind.rawValue, finding.kind.words),
            .count(finding.count), .entries(finding.entries),
          ]
        }
      })
  }

  private var missing: ReportTable {
    ReportTable(
      "missing", Words("不足とすること", "Missing, and what to do"),
      [
        Self.item, ReportColumn("gap", "不足", "Missing"),
        ReportColumn("remedy", "すること", "What to do"), .count, .entries,
      ],
      lines.flatMap { line in
        line.missing.map { finding in
          [
            .text(line.item.rawValue), .word(id: finding.kind.rawValue, finding.kind.words),
            finding.kind.remedy, .count(finding.count),
            .entries(finding.entries),
          ]
        }
      })
  }

  /// The method that a small employer may take; the duty stays the same.
  private func easier(_ item: SafeguardItem) -> ReportCell {
    guard standing == .small, let small = item.rule.small else { return .empty }
    return .word(id: item.rawValue, Words(small))
  }

  /// What is asked for, with the easier method where the employer's size allows it, and what to show of what no program can prove.
  private var asked: ReportTable {
    ReportTable(
      "asked", Words("求められることと、別に示すもの", "What is asked for, and what to show besides"),
      [
        Self.item, ReportColumn("duty", "求められること", "Asked for"),
        ReportColumn("small", "中小規模事業者の対応方法", "Easier method, for small employers"),
        ReportColumn("show", "ソフトでは証明できず、別に示すもの", "Not provable by software: show"),
      ],
      lines.map { line in
        let rule = line.item.rule
        return [
          .text(line.item.rawValue), .word(id: line.item.rawValue, Words(rule.duty)),
          easier(line.item),
          .word(id: line.item.rawValue, Words(rule.show)),
        ]
      })
  }
}

extension Words {
  init(_ text: SafeguardRule.Text) { self.init(text.ja, text.en) }
}

extension SafeguardLine.State {
  fileprivate var words: Words {
    switch self {
    case .missing: Words("不足あり", "missing")
    case .evidence: Words("証跡あり", "evidence found")
    case .notProvable: Words("ソフトでは証明できない", "not provable by software")
    }
  }
}

extension EmployerSize.Standing {
  fileprivate var words: Words {
    switch self {
    case .small: Words("該当（100人以下）", "yes: not more than 100 employees")
    case .tooMany: Words("非該当（100人超）", "no: more than 100 employees")
    case .excluded: Words("非該当（除外事由あり）", "no: excluded")
    case .outdated: Words("非該当として扱う（算定から1年超）", "treated as no: counted more than a year ago")
    case .notStated: Words("非該当として扱う（申告なし）", "treated as no: not stated (handling size)")
    }
  }
}

extension EmployerSize.Exclusion {
  fileprivate var words: Words {
    switch self {
    case .numberUser: Words("個人番号利用事務実施者", "uses numbers as an authority does")
    case .entrusted: Words("委託に基づき個人番号関係事務等を業務とする", "handles numbers for others as a business")
    case .financial: Words("金融分野", "finance")
    case .largeDatabase: Words("個人データ5,000人超", "personal data of more than 5,000 people")
    }
  }
}
