public import People

/// A checkpoint outside the house that the log was held against.
public struct OutsideStanding: Hashable, Sendable {
  /// How many entries it covers.
  public let size: Int
  /// When the witness cosigned it; without a witness, when its last entry was written by the log's
  /// own clock.
  public let time: Timestamp
  /// The witness whose cosignature was checked.
  public let witness: String?

  /// Describes a checkpoint that the log contains.
  public init(size: Int, time: Timestamp, witness: String? = nil) {
    self.size = size
    self.time = time
    self.witness = witness
  }

  /// What a report says of the newest one: no later change of what it covers can go unseen.
  static func fields(
    _ outside: OutsideStanding?, asOf date: CalendarDate
  ) -> [(column: ReportColumn, cell: ReportCell)] {
    [
      (
        ReportColumn("outside_size", "外部のチェックポイント（件数）", "Outside checkpoint"),
        outside.map { .count($0.size) } ?? .word(id: "none", Words("なし", "none"))
      ),
      (
        ReportColumn(
          "outside_time", "その日時（記録の時計による、UTC）", "Outside as of (by the log's clock, UTC)"),
        .optional(outside?.time.iso)
      ),
      (
        ReportColumn("outside_age_days", "外部のチェックポイントからの日数", "Outside age (days)"),
        age(outside, date)
      ),
    ]
  }

  /// What it says of the one that a witness cosigned, whose clock is not the house's.
  static func fields(
    witnessed: OutsideStanding?, asOf date: CalendarDate
  ) -> [(column: ReportColumn, cell: ReportCell)] {
    [
      (
        ReportColumn("witnessed_size", "立会人が連署したチェックポイント（件数）", "Cosigned checkpoint"),
        witnessed.map { .count($0.size) } ?? .word(id: "none", Words("なし", "none"))
      ),
      (ReportColumn("witness", "立会人", "Cosigned by"), .optional(witnessed?.witness)),
      (
        ReportColumn("witnessed_time", "連署の日時 (UTC)", "Cosigned at (UTC)"),
        .optional(witnessed?.time.iso)
      ),
      (
        ReportColumn("witnessed_age_days", "連署からの日数", "Cosigned (days ago)"),
        age(witnessed, date)
      ),
    ]
  }

  private static func age(_ standing: OutsideStanding?, _ date: CalendarDate) -> ReportCell {
    standing.map { .count(date.dayNumber - $0.time.japanDate.dayNumber) } ?? .empty
  }
}
