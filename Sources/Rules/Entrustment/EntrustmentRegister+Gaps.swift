public import People

extension EntrustmentRegister {
  /// Everything that stands against a contractor, or is to be done, on a day: of its own first,
  /// then of those above it, the weightiest first.
  public func gaps(
    of id: ContractorID, on date: CalendarDate, by rules: EntrustmentRules
  ) -> [EntrustmentGap] {
    let gaps = standing(of: id) + chain(of: id).flatMap { Self.gaps(of: $0, on: date, by: rules) }
    let order: [EntrustmentGap.Weight] = [.stops, .stopsGiving, .told]
    return order.flatMap { weight in gaps.filter { $0.weight == weight } }
  }

  /// Why a contractor may not open what was shared for a purpose; nil if it may.
  public func reason(
    against id: ContractorID, reading purpose: PurposeID, on date: CalendarDate,
    by rules: EntrustmentRules
  ) -> EntrustmentGap? {
    first(against: id, purpose, on: date, by: rules) { $0 == .stops }
  }

  /// Why nothing more may be given to a contractor for a purpose; nil if it may.
  public func reason(
    against id: ContractorID, giving purpose: PurposeID, on date: CalendarDate,
    by rules: EntrustmentRules
  ) -> EntrustmentGap? {
    first(against: id, purpose, on: date, by: rules) { $0 != .told }
  }

  private func first(
    against id: ContractorID, _ purpose: PurposeID, on date: CalendarDate,
    by rules: EntrustmentRules, where counts: (EntrustmentGap.Weight) -> Bool
  ) -> EntrustmentGap? {
    if let gap = gaps(of: id, on: date, by: rules).first(where: { counts($0.weight) }) {
      return gap
    }
    let narrow = chain(of: id).first { !$0.contract.purposes.contains(purpose) }
    return narrow.map { .purposeNotEntrusted($0.id, purpose) }
  }

  /// Whether the chain leads up to the employer, every re-entrustment with the employer's leave.
  private func standing(of id: ContractorID) -> [EntrustmentGap] {
    let chain = chain(of: id)
    guard let top = chain.last else { return [.notRegistered(id)] }
    var gaps: [EntrustmentGap] = []
    if let above = top.contract.entruster {
      gaps.append(self[above] == nil ? .notRegistered(above) : .circular(id))
    }
    return gaps + chain.compactMap { Self.permissionGap($0.contract) }
  }

  private static func permissionGap(_ contract: EntrustmentContract) -> EntrustmentGap? {
    guard contract.entruster != nil else { return nil }
    guard let permission = contract.permission else { return .permissionMissing(contract.id) }
    return permission.by.map { .permissionNotOfRoot(contract.id, by: $0) }
  }

  private static func gaps(
    of record: ContractorRecord, on date: CalendarDate, by rules: EntrustmentRules
  ) -> [EntrustmentGap] {
    let id = record.id
    var gaps: [EntrustmentGap] = []
    for rule in rules.clauses where record.contract.clauses[rule.id].map({ date < $0 }) ?? true {
      gaps.append(rule.isMandatory ? .clauseMissing(id, rule.id) : .clauseDesirable(id, rule.id))
    }
    if date < record.contract.from { gaps.append(.notBegun(id, from: record.contract.from)) }
    if record.lastDay < date {
      gaps.append(.lapsed(id, lastDay: record.lastDay))
      if record.hasReceived, record.returned == nil {
        gaps.append(.notReturned(id, since: record.lastDay))
      }
    } else if record.supervisionDue < date {
      gaps.append(.supervisionOverdue(id, since: record.supervisionDue))
    }
    return gaps
  }
}
