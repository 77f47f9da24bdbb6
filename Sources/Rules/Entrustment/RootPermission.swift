public import People

/// The permission (許諾) for a re-entrustment (番号法10条1項).
public struct RootPermission: Hashable, Sendable {
  /// Who gave it; nil for the employer.
  ///
  /// Only the employer's counts: whoever entrusted first.
  public let by: ContractorID?
  public let on: CalendarDate

  public init(by: ContractorID? = nil, on: CalendarDate) {
    self.by = by
    self.on = on
  }
}
