public import People
internal import Rules

/// Who is verified and who is not, why, and what to ask for; by code, without names and numbers.
public struct VerificationReport: Hashable, Sendable {
  /// The day whose rules say what to ask for.
  public let asOf: CalendarDate
  /// The policy's digest, hexadecimal.
  public let policy: String
  /// How many people there are.
  public let people: Int
  /// How many have evidence that was not looked at, for want of the key.
  public let notLookedAt: Int
  /// How many rest on papers of which no last day (or day of issue) is recorded, as far as the
  /// evidence was looked at.
  public let datesAssumed: Int
  /// How many stand alike, what is wrong first.
  public let counts: [Figure<VerificationSubject>]
  /// Everybody whose verification is not simply done, by code.
  public let lines: [VerificationLine]
  private let rules: IdentityRules
  private let names: ReportNames

  /// The report laid out for rendering.
  ///
  /// - Parameter translation: The Japanese of an English sentence, for what is missing.
  public func document(inJapanese translation: (String) -> String?) -> ReportDocument {
    ReportDocument(
      format: "mynumber-verification-report-1",
      title: Words("個人番号 本人確認報告書", "My Number verification report"),
      fields: [
        (ReportColumn("as_of", "基準日", "As of"), .text(asOf.isoText)),
        (ReportColumn("policy", "規程のダイジェスト", "Policy digest"), .text(policy)),
        (ReportColumn("people_shown", "対象者数", "People"), .count(people)),
        (
          ReportColumn("not_looked_at", "鍵がなく見ていない確認の記録", "Evidence not looked at (no key)"),
          .count(notLookedAt)
        ),
        (
          ReportColumn(
            "dates_not_recorded", "有効期限の記録のない書類による確認",
            "Verified by papers without a recorded expiry date"), .count(datesAssumed)
        ),
      ],
      tables: [
        ReportTable("counts", Words("人数（状態・理由別）", "People by standing and reason"), counts, names),
        ReportTable(
          "people", Words("対象者", "People"), VerificationLine.columns,
          lines.map { $0.cells(rules, names, translation) }),
      ], isOfFigures: true)
  }

  public static func == (left: VerificationReport, right: VerificationReport) -> Bool {
    left.asOf == right.asOf && left.policy == right.policy && left.people == right.people
      && left.notLookedAt == right.notLookedAt && left.datesAssumed == right.datesAssumed
      && left.counts == right.counts
      && left.lines == right.lines
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(asOf)
    hasher.combine(policy)
    hasher.combine(lines)
  }

  init(_ builder: VerificationReportBuilder) {
    asOf = builder.reader.asOf
    policy = builder.reader.policy.digestHex
    rules = builder.reader.policy.identity
    names = ReportNames(builder.reader.policy)
    people = builder.people
    notLookedAt = builder.notLookedAt
    datesAssumed = builder.datesAssumed
    counts = builder.counter.figures()
    lines = builder.lines.sorted { $0.order < $1.order }.map(\.line)
  }
}
