public import People

/// What the register knows of one contractor: the contract, and what happened since.
public struct ContractorRecord: Hashable, Sendable, Identifiable {
  public var contract: EntrustmentContract
  /// Oldest first.
  public var supervisions: [Supervision] = []
  /// The day on which the contract was ended before its time.
  public var endedOn: CalendarDate?
  public var returned: EntrustmentReturn?
  /// Whether anything was handed over to it or shared with it, as the log says.
  public var hasReceived = false

  public init(_ contract: EntrustmentContract) { self.contract = contract }

  public var id: ContractorID { contract.id }

  /// The last day of the contract as it went.
  public var lastDay: CalendarDate { min(contract.until, endedOn ?? contract.until) }

  /// By when the contractor has to be looked at again.
  public var supervisionDue: CalendarDate {
    guard let last = supervisions.last else {
      return contract.from.adding(months: contract.supervision.months)
    }
    return last.next ?? last.on.adding(months: contract.supervision.months)
  }
}
