internal import People

/// Of whom a number may be asked: rules against collecting too much (番号法14条1項, 15条, 20条).
public struct CollectionRules: Sendable {
  /// A row for every subject.
  public let people: [CollectionRule]
  public let payments: [PaymentThreshold]
  /// What stands between the collecting of a number and its first use.
  public let secondEntry: SecondEntryRule
  /// Everybody whose number some form copy carries.
  let carried: SubjectSet

  /// Decides whether a number may be asked for.
  public func decide(_ request: CollectionRequest) -> CollectionDecision {
    switch request {
    case .family(let standing, let relationship):
      let subjects = SubjectSet(standing: standing, relationship: relationship, incomeYear: nil)
      return subjects.isDisjoint(with: carried) ? .refused(.familyWithoutForm) : .allowed
    case .hiring(.applied), .hiring(.offered): return .refused(.applicant)
    case .hiring(.certain), .hiring(.contracted), .dispatched(.employed): return .allowed
    case .dispatched(.registered): return .refused(.dispatchRegistration)
    case .dispatched(.received): return .refused(.dispatchClient)
    case .payee(let payment, let atLeast, let atMost):
      return decide(payment, atLeast: atLeast, atMost: atMost)
    }
  }

  /// Why such a person may not be asked, with its articles.
  public func rule(of subject: CollectionSubject) -> CollectionRule? {
    people.first { $0.id == subject }
  }

  private func decide(_ payment: String, atLeast: Int?, atMost: Int?) -> CollectionDecision {
    guard let threshold = payments.first(where: { $0.id == payment }) else {
      return .unknownPayment
    }
    if let atMost, atMost <= threshold.atMostYen { return .belowThreshold(threshold) }
    if let atLeast, atLeast > threshold.atMostYen { return .allowed }
    return .unclear(threshold)
  }
}
