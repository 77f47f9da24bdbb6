public import People

/// How many people have no usable number, by reason, and who is to be asked now.
///
/// One value for every report that has to say so.
public struct MissingNumbers: Hashable, Sendable {
  /// One reason.
  public struct Line: Hashable, Sendable {
    /// Why there is none, or why it is not usable.
    public let reason: NoNumberReason
    /// How many people.
    public let count: Int
    /// How many of them are to be asked now.
    public let toAsk: Int
    /// The entries that pin their rows.
    public let entries: EntryRanges
  }

  /// By reason, in the order of the words.
  public let lines: [Line]
  /// Who is to be asked now: never asked, due again, or without a record of the asking.
  public let toAsk: [PersonCode]

  /// Counts people on a day.
  public init(of people: some Sequence<PersonSummary>, asOf date: CalendarDate) {
    var found: [NoNumberReason: [(pin: Int, isToAsk: Bool)]] = [:]
    var toAsk: [PersonCode] = []
    for person in people {
      guard let reason = person.standing.lacking else { continue }
      let isToAsk = RequestStanding(person.record, asOf: date).isToAsk
      found[reason, default: []].append((person.pin, isToAsk))
      if isToAsk { toAsk.append(person.code) }
    }
    self.toAsk = toAsk.map { (CodeOrder($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    lines = found.sorted { $0.key.rawValue < $1.key.rawValue }.map { reason, people in
      Line(
        reason: reason, count: people.count, toAsk: people.count(where: \.isToAsk),
        entries: EntryRanges(people.map(\.pin)))
    }
  }
}

extension MissingNumbers {
  /// The counts as a table.
  var table: ReportTable {
    ReportTable(
      "missing", Words("番号のない人・使えない番号（理由別）", "Without a usable number, by reason"),
      [
        ReportColumn("reason", "理由", "Reason"), .count,
        ReportColumn("to_ask", "今求める人", "To ask now", isNumber: true), .entries,
      ],
      lines.map {
        [.word($0.reason), .count($0.count), .count($0.toAsk), .entries($0.entries)]
      })
  }
}

extension NumberStanding {
  /// Why there is no usable number; nil for one that can be used or was destroyed in its time.
  public var lacking: NoNumberReason? {
    switch self {
    case .blank(let reason): reason
    case .unverified, .numberProved, .claimed: .unverified
    case .verified, .legacy, .employeeDuty, .articleNineteenFour, .purged: nil
    }
  }
}
