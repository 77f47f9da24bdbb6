public import People

/// Who was asked for a number, when, how and with what answer, and who is to be asked now.
///
/// In the sense of the tax office (提供を求めた経過等の記録、保存): a record stays when the number is
/// given later. No number and, unless the caller gives it, no name.
public struct RequestListing: Hashable, Sendable {
  /// One request of a person; nil for who was never asked.
  public struct Line: Hashable, Sendable {
    public let person: PersonLine
    public let request: NumberRequest?
    public let standing: RequestStanding
    /// Whether it is the person's newest request.
    public let isLatest: Bool
  }

  /// By code, each person's requests by day.
  public let lines: [Line]
  /// The counts of all people given.
  public let missing: MissingNumbers
  /// The day looked at.
  public let asOf: CalendarDate
  private var names = ReportNames()

  /// Lists people who were asked or are to be asked.
  ///
  /// - Parameters:
  ///   - onlyToAsk: Only those who are to be asked now, with their newest request.
  ///   - users: Users' names by id.
  public init(
    _ people: [PersonLine], asOf date: CalendarDate, onlyToAsk: Bool = false,
    users: [String: String] = [:]
  ) {
    asOf = date
    missing = MissingNumbers(of: people.map(\.summary), asOf: date)
    names.users = users
    lines = people.map { (CodeOrder($0.summary.code), $0) }.sorted { $0.0 < $1.0 }
      .flatMap { Self.lines($0.1, asOf: date, onlyToAsk: onlyToAsk) }
  }

  private static func lines(
    _ person: PersonLine, asOf date: CalendarDate, onlyToAsk: Bool
  ) -> [Line] {
    let record = person.summary.record
    let standing = RequestStanding(record, asOf: date)
    if onlyToAsk, !standing.isToAsk { return [] }
    guard let latest = record.latestRequest else {
      let isLacking = NumberStanding(record).lacking.map { $0 != .unverified } ?? false
      return isLacking
        ? [Line(person: person, request: nil, standing: standing, isLatest: true)] : []
    }
    let last = record.requests.lastIndex(of: latest)
    let lines = record.requests.enumerated().map { place, request in
      Line(person: person, request: request, standing: standing, isLatest: place == last)
    }
    if onlyToAsk { return lines.filter(\.isLatest) }
    return lines.filter { !$0.isLatest }.sorted { day($0) < day($1) } + lines.filter(\.isLatest)
  }

  private static func day(_ line: Line) -> CalendarDate { line.request?.askedOn ?? .first }

  /// The listing laid out for rendering.
  public var document: ReportDocument {
    ReportDocument(
      format: "mynumber-request-listing-1",
      title: Words("個人番号 提供依頼の経過", "Requests for numbers"),
      fields: [
        (ReportColumn("as_of", "基準日", "As of"), .text(asOf.isoText)),
        (ReportColumn("to_ask", "今求める人", "To ask now"), .count(missing.toAsk.count)),
      ],
      tables: [
        ReportTable(
          "lines", Words("依頼と回答", "Requests and answers"), Self.columns,
          lines.map { $0.cells(names) }),
        missing.table,
      ], isOfFigures: false)
  }

  private static let columns: [ReportColumn] = [
    ReportColumn("code", "社員番号", "Code"), ReportColumn("name", "氏名", "Name"),
    ReportColumn("reason", "番号なしの理由", "Reason"), RequestStanding.column,
    ReportColumn("asked_on", "依頼日", "Asked on"), ReportColumn("method", "方法", "How"),
    ReportColumn("answer", "回答", "Answer"), ReportColumn("answered_on", "回答日", "Answered on"),
    ReportColumn("words", "本人の理由", "In their words"),
    ReportColumn("ask_again_on", "再依頼日", "Ask again on"),
    ReportColumn("by", "記録者", "Recorded by"), .entries,
  ]
}

extension RequestListing.Line {
  func cells(_ names: ReportNames) -> [ReportCell] {
    let summary = person.summary
    return [
      .text(summary.code.text), .optional(person.name),
      summary.standing.lacking.map { .word($0) } ?? .empty, isLatest ? standing.cell : .empty,
    ] + (request.map { cells($0, names) } ?? Array(repeating: .empty, count: 7))
      + [.entries(EntryRanges([summary.pin]))]
  }

  private func cells(_ request: NumberRequest, _ names: ReportNames) -> [ReportCell] {
    [
      .text(request.askedOn.isoText), .word(request.method), .word(request.answer),
      .optional(request.answeredOn?.isoText), .optional(request.reason),
      .optional(request.askAgainOn?.isoText), names.user(request.by),
    ]
  }
}
