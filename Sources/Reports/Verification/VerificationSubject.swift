internal import People

/// People who stand alike: the standing and why.
public struct VerificationSubject: Hashable, Sendable {
  /// Where they stand.
  public let standing: VerificationStanding
  /// Why there is no number, by which rule, or the first thing that is missing.
  public let reason: String?
}

extension VerificationSubject: TableSubject {
  static let columns: [ReportColumn] = [
    ReportColumn("standing", "状態", "Standing"), ReportColumn("reason", "理由・規則", "Reason or rule"),
  ]

  var order: [String] {
    let rank = VerificationStanding.allCases.firstIndex(of: standing) ?? 0
    return [rank < 10 ? "0\(rank)" : "\(rank)", reason ?? ""]
  }

  func cells(_ names: ReportNames) -> [ReportCell] { [standing.cell, reasonCell(names)] }

  private func reasonCell(_ names: ReportNames) -> ReportCell {
    guard let reason else { return .empty }
    if standing == .withoutNumber, let why = NoNumberReason(label: reason) { return .word(why) }
    return Self.shortfalls[reason].map { .word(id: reason, $0) } ?? names.rules(reason)
  }
}
