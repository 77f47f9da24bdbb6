internal import Auditing

/// What an access report takes from the vault's records, which a log does not have.
///
/// The log holds a digest of each row and not the row: whether a number is held, verified, due, and
/// when somebody left, its entries do not say. The report's own entry vouches for this part.
public struct AccessRecords: Hashable, Sendable {
  /// Held, verified, blank, purged, due: counts of people.
  public let holdings: [Figure<HoldingSubject>]
  /// Numbers read after their person had left.
  public let afterLeaving: [Figure<NotableSubject>]

  /// None at all: as in a report that is made from the log alone.
  static let none = AccessRecords(holdings: [], afterLeaving: [])

  private static let note = Words(
    "この節は保管庫の登録内容により、記録だけからは再計算できない。報告書を作った記録がこの節の要約値を持つ。",
    "This section is made of the vault's records; the log alone does not give it. The report's own entry holds its digest."
  )

  func tables(_ names: ReportNames) -> [ReportTable] {
    [
      ReportTable(
        "holdings", Words("保管の状況（作成時の人数、期限は基準日）", "What is held now (people), and due on the day"),
        holdings, names,
        note: Self.note, plots: [plot(names)]),
      ReportTable(
        NotableKind.afterLeaving.rawValue, Words("退職後の利用", "Read after leaving"), afterLeaving,
        names, note: Self.note),
    ]
  }

  private func plot(_ names: ReportNames) -> ReportPlot {
    let standing: [HoldingItem: ReportCell] = [
      .kept: .word(id: "kept", Words("保存期間中", "kept")),
      .due: .word(id: "due", Words("廃棄すべき時期", "due for disposal")),
      .overdue: .word(id: "overdue", Words("廃棄の遅れ", "overdue")),
    ]
    let items = holdings.compactMap { figure in
      standing[figure.subject.item].map {
        ReportPlot.Item(
          place: names.purpose(figure.subject.key), part: $0, count: figure.count,
          entries: figure.entries)
      }
    }
    return ReportPlot(
      .bars, Words("保管する番号（利用目的別の人数）", "Numbers held (people, by purpose)"), items,
      styles: ["kept": .first, "due": .due, "overdue": .overdue])
  }
}
