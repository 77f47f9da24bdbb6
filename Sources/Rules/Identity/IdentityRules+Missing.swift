public import People

extension IdentityRules {
  /// What a person's verification lacks, as far as the record tells it without the evidence.
  ///
  /// Empty for a number that counts as the person's. Of a family member whom the employee verifies
  /// it is what the employer must verify besides, for category 3.
  ///
  /// - Parameter date: the day whose rules say what to ask for.
  public func missing(of record: borrowing PersonRecord, on date: CalendarDate) -> [IdentityGap] {
    switch record.verification {
    case .verified, .legacy, .articleNineteenFour: []
    case .claimed: refused([.notAttested], duty(.oneself)?.citations ?? [], by: .employer).missing
    case .none: everything(record, on: date)
    case .employeeDuty: record.standing.category3 ? everything(record, on: date) : []
    case .numberProved: everything(record, on: date).filter { !$0.shortfall.isOfNumber }
    }
  }

  /// The citations of gaps, each once.
  public static func citations(of gaps: [IdentityGap]) -> [Citation] {
    var citations: [Citation] = []
    for citation in gaps.flatMap(\.citations) where !citations.contains(citation) {
      citations.append(citation)
    }
    return citations
  }

  /// What is asked of somebody of whom nothing was shown.
  private func everything(_ record: borrowing PersonRecord, on date: CalendarDate) -> [IdentityGap]
  {
    let isFamily = record.kind == .family && !record.standing.heir
    return judge(
      IdentityCase(
        date: date, channel: .inPerson, kind: record.kind, standing: record.standing,
        provider: isFamily ? .employee : .person)
    ).missing
  }
}

extension IdentityShortfall {
  fileprivate var isOfNumber: Bool { self == .numberDocument }
}
