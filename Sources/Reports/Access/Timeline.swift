internal import JSON
internal import People

/// How uses and refusals went on over time.
public struct Timeline: Hashable, Sendable {
  /// The figures, each on the first day of its period.
  public let figures: [Figure<DaySubject>]
  private let period: ReportPeriod
  private let starts: [CalendarDate]

  /// - Parameters:
  ///   - days: A figure a day and subject, in order.
  ///   - first: The first day of the report.
  ///   - last: The last day of the report.
  init(_ days: [Figure<DaySubject>], from first: CalendarDate?, to last: CalendarDate?) {
    let known = days.map(\.subject.day)
    let first = [known.min(), first].compactMap(\.self).min() ?? .first
    let last = [known.max(), last].compactMap(\.self).max() ?? first
    let period = ReportPeriod(from: first, to: last)
    self.period = period
    starts = period.all(from: first, to: last)
    figures = Self.gathered(days, by: period)
  }

  private static func gathered(
    _ days: [Figure<DaySubject>], by period: ReportPeriod
  ) -> [Figure<DaySubject>] {
    var known: [DaySubject: Figure<DaySubject>] = [:]
    for figure in days {
      let subject = DaySubject(
        day: period.start(of: figure.subject.day), event: figure.subject.event,
        purpose: figure.subject.purpose)
      let old = known[subject]
      known[subject] = Figure(
        subject: subject, count: min((old?.count ?? 0) + figure.count, CanonicalValue.integerLimit),
        entries: old?.entries.union(figure.entries) ?? figure.entries)
    }
    return known.values.inOrder()
  }

  func table(_ names: ReportNames) -> ReportTable {
    ReportTable(
      "timeline",
      Words("利用・拒否の推移（\(period.words.ja)）", "Uses and refusals over time (\(period.words.en))"),
      DaySubject.columns + [.count, .entries],
      figures.map { figure in
        [place(of: figure.subject.day)] + figure.subject.cells(names).dropFirst()
          + [.count(figure.count), .entries(figure.entries)]
      }, plots: [uses(names), refusals])
  }

  private func place(of start: CalendarDate) -> ReportCell { .text(period.text(of: start)) }

  private func uses(_ names: ReportNames) -> ReportPlot {
    plot(Words("番号の利用（利用目的別）", "Numbers used, by purpose"), .use) {
      $0.purpose.map { names.purpose($0) } ?? .word(id: "none", Words("目的なし", "no purpose"))
    }
  }

  private var refusals: ReportPlot {
    plot(Words("拒否と検証失敗", "Refused and failed"), .refused, .failed) { $0.event.cell }
  }

  private func plot(
    _ title: Words, _ events: DaySubject.Event..., part: (DaySubject) -> ReportCell
  ) -> ReportPlot {
    let items = figures.filter { events.contains($0.subject.event) }.map { figure in
      ReportPlot.Item(
        place: place(of: figure.subject.day), part: part(figure.subject), count: figure.count,
        entries: figure.entries)
    }
    return ReportPlot(
      .columns, Words("\(title.ja)（\(period.words.ja)）", "\(title.en) (\(period.words.en))"), items,
      places: starts.map(place), styles: ["refused": .refused, "failed": .failed])
  }
}
