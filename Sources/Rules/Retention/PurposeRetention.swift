public import People

/// Why a number is kept for one purpose, and when it must be gone.
///
/// A number stays while any document of the purpose that holds it is inside its period: the last of
/// them decides.
public struct PurposeRetention: Hashable, Sendable {
  public let purpose: PurposeID
  /// The documents that hold the number, in the policy's order.
  public let documents: [Holding]
  /// The first day on which it may no longer be used; nil while it is needed.
  public let disposal: CalendarDate?
  /// The first day on which it must be destroyed: the disposal, but not while a hold keeps it; nil
  /// while it is needed or a hold is without end.
  public let erasure: CalendarDate?
  /// The first day on which it is held unlawfully.
  public let overdueFrom: CalendarDate?
  /// Whether the day rests on a presumption, which somebody should confirm.
  public let isPresumed: Bool
  /// Whether a hold is in force on the day asked about.
  public let isHeld: Bool

  /// The last day it is kept; nil while the work goes on.
  public var lastDay: CalendarDate? { disposal?.adding(days: -1) }

  /// The documents on whose presumed start the day rests.
  public var presumptions: [Holding] {
    isPresumed ? documents.filter { $0.basis == .presumed && $0.lastDay == lastDay } : []
  }

  /// Where it stands on `date`, which should be the day it was asked for.
  public func status(on date: CalendarDate) -> Holding.Status {
    guard let disposal else { return .needed }
    if date < disposal { return .kept }
    if isHeld { return .held }
    if let overdueFrom, overdueFrom <= date { return .overdue }
    return .due
  }
}

extension RetentionSchedule {
  /// Why the current number, or one that was changed, is kept for each purpose declared and not
  /// purged, in the policy's order of documents.
  public func purposes(
    of person: borrowing PersonRecord, version: NumberVersion? = nil, asOf date: CalendarDate
  ) -> [PurposeRetention] {
    let documents =
      version.map { holdings(of: person, version: $0, asOf: date) }
      ?? holdings(of: person, asOf: date)
    var order: [PurposeID] = []
    for document in documents where !order.contains(document.purpose) {
      order.append(document.purpose)
    }
    var found: [PurposeRetention] = []
    for purpose in order {
      let erasure = erasure(of: purpose, for: person, version: version)
      found.append(
        PurposeRetention(
          purpose: purpose, documents: documents.filter { $0.purpose == purpose },
          disposal: disposal(of: purpose, for: person, version: version), erasure: erasure,
          overdueFrom: erasure.map(overdueFrom),
          isPresumed: isPresumed(purpose, for: person, version: version),
          isHeld: person.holds.contains { $0.isInForce(on: date) }))
    }
    return found
  }
}
