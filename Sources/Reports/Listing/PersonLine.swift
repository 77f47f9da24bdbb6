internal import People

/// A person of a listing.
public struct PersonLine: Hashable, Sendable {
  /// The decision row and its entry.
  public let summary: PersonSummary
  /// The person's name, if the caller gives it.
  public let name: String?

  /// Makes a line, without a name unless one is given.
  public init(_ summary: PersonSummary, name: String? = nil) {
    self.summary = summary
    self.name = name
  }
}

extension PersonLine {
  static let columns: [ReportColumn] = [
    ReportColumn("code", "社員番号", "Code"), ReportColumn("name", "氏名", "Name"),
    ReportColumn("kind", "区分", "Kind"), ReportColumn("relationship", "続柄", "Relationship"),
    ReportColumn("number", "個人番号", "Number"), ReportColumn("reason", "番号なしの理由", "Reason"),
    RequestStanding.column,
    ReportColumn("verification", "本人確認", "Verification"), ReportColumn("rule", "確認の規則", "Rule"),
    ReportColumn("purposes", "利用目的", "Purposes"), .entries,
  ]

  func cells(_ names: ReportNames, asOf date: CalendarDate) -> [ReportCell] {
    let record = summary.record
    let standing = summary.standing
    return [
      .text(summary.code.text), .optional(name), .word(record.kind),
      record.relationship.map { .word($0) } ?? .empty, standing.numberCell,
      record.isUnconfirmed ? .word(NoNumberReason.unconfirmed) : standing.reasonCell,
      RequestStanding(record, asOf: date).cell,
      standing.verificationCell, standing.ruleCell,
      .list(record.declaredPurposes.map(names.purpose)), .entries(EntryRanges([summary.pin])),
    ]
  }
}

extension NumberStanding {
  fileprivate var numberCell: ReportCell {
    switch self {
    case .blank: .word(id: "none", Words("なし", "none"))
    case .purged: .word(id: "purged", Words("廃棄済み", "purged"))
    default: .word(id: "held", Words("保管", "held"))
    }
  }

  fileprivate var reasonCell: ReportCell {
    guard case .blank(let reason) = self else { return .empty }
    return .word(reason)
  }

  fileprivate var verificationCell: ReportCell {
    switch self {
    case .verified: .word(id: "verified", Words("確認済み", "verified"))
    case .legacy: .word(id: "legacy", Words("責任者の認証", "attested"))
    case .employeeDuty: .word(id: "employee-duty", Words("従業員の義務", "the employee's duty"))
    case .articleNineteenFour: .word(id: "article-19-4", Words("19条4号", "Article 19-4"))
    case .numberProved: .word(id: "number-proved", Words("番号確認のみ", "number proved"))
    case .claimed: .word(id: "claimed", Words("認証待ち", "awaits attestation"))
    case .unverified: .word(id: "unverified", Words("未了", "unverified"))
    case .blank, .purged: .empty
    }
  }

  fileprivate var ruleCell: ReportCell {
    switch self {
    case .verified(let rule), .numberProved(let rule): .text(rule)
    default: .empty
    }
  }
}
