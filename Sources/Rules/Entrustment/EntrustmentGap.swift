public import People

/// Why nothing may be entrusted to a contractor, or what is to be done about one.
///
/// It may be a gap of the contractor's own or of one above it: numbers go down the whole chain.
public enum EntrustmentGap: Hashable, Sendable {
  /// No contract of such a contractor is registered.
  case notRegistered(ContractorID)
  /// The chain of entrusters leads back to the contractor.
  case circular(ContractorID)
  /// Re-entrusted without the permission of whoever entrusted first.
  case permissionMissing(ContractorID)
  /// The permission was given by somebody else than whoever entrusted first.
  case permissionNotOfRoot(ContractorID, by: ContractorID)
  /// The contract lacks a clause that it must have.
  case clauseMissing(ContractorID, ContractClause)
  /// The contract begins later.
  case notBegun(ContractorID, from: CalendarDate)
  /// The contract has ended.
  case lapsed(ContractorID, lastDay: CalendarDate)
  /// The contract is not for the purpose.
  case purposeNotEntrusted(ContractorID, PurposeID)
  /// Nobody looked at the contractor's handling in time.
  case supervisionOverdue(ContractorID, since: CalendarDate)
  /// The contract lacks a clause that it should have.
  case clauseDesirable(ContractorID, ContractClause)
  /// The contract has ended, and nothing says that all was given back or destroyed.
  case notReturned(ContractorID, since: CalendarDate)

  /// What a gap stops.
  public enum Weight: String, Hashable, Sendable {
    /// Nothing is given, and what was given is not opened any more.
    case stops
    /// Nothing more is given.
    case stopsGiving = "stops-giving"
    /// It is to be done.
    case told
  }

  public var weight: Weight {
    switch self {
    case .notRegistered, .circular, .permissionMissing, .permissionNotOfRoot, .clauseMissing,
      .notBegun, .lapsed, .purposeNotEntrusted:
      .stops
    case .supervisionOverdue: .stopsGiving
    case .clauseDesirable, .notReturned: .told
    }
  }

  /// Whose gap it is.
  public var contractor: ContractorID {
    switch self {
    case .notRegistered(let id), .circular(let id), .permissionMissing(let id),
      .permissionNotOfRoot(let id, _), .clauseMissing(let id, _), .notBegun(let id, _),
      .lapsed(let id, _), .purposeNotEntrusted(let id, _), .supervisionOverdue(let id, _),
      .clauseDesirable(let id, _), .notReturned(let id, _):
      id
    }
  }
}
