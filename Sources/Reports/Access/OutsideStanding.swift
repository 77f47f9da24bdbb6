public import People

/// The newest checkpoint outside the house that the log was held against.
public struct OutsideStanding: Hashable, Sendable {
  /// How many entries it covers.
  public let size: Int
  /// When the witness cosigned it; without a cosignature, when its last entry was written.
  public let time: Timestamp
  /// The witness's name, if the cosignature was checked.
  public let witness: String?

  /// Describes a checkpoint that the log contains.
  public init(size: Int, time: Timestamp, witness: String?) {
    self.size = size
    self.time = time
    self.witness = witness
  }

  /// What a report says of it: no later change of what it covers can go unseen.
  static func fields(
    _ outside: OutsideStanding?, asOf date: CalendarDate
  ) -> [(column: ReportColumn, cell: ReportCell)] {
    [
      (
        ReportColumn("outside_size", "外部のチェックポイント（件数）", "Outside checkpoint"),
        outside.map { .count($0.size) } ?? .word(id: "none", Words("なし", "none"))
      ),
      (
        ReportColumn("outside_time", "外部のチェックポイントの日時 (UTC)", "Outside as of (UTC)"),
        .optional(outside?.time.iso)
      ),
      (
        ReportColumn("outside_age_days", "外部のチェックポイントからの日数", "Outside age (days)"),
        outside.map { .count(date.dayNumber - $0.time.japanDate.dayNumber) } ?? .empty
      ),
      (ReportColumn("outside_witness", "連署した立会人", "Cosigned by"), .optional(outside?.witness)),
    ]
  }
}
