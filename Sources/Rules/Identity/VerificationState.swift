public import People

/// How far a verification has got; each state is made only by what it rests on.
public enum VerificationState: Hashable, Sendable {
  case unverified(Unverified)
  case numberProved(NumberProved)
  case verified(Verified)
  case attested(Attested)
  case notOurs(NotOurs)

  /// The state's id, as the answer in JSON writes it.
  public var id: String {
    switch self {
    case .unverified: "unverified"
    case .numberProved: "number-proved"
    case .verified: "verified"
    case .attested: "attested"
    case .notOurs: "not-ours"
    }
  }

  /// What is kept of it with the person.
  ///
  /// - Parameter policy: the policy's digest in hex.
  public func record(policy: String) -> Verification {
    switch self {
    case .unverified: .none
    case .numberProved(let proved):
      .numberProved(rule: proved.rule.id, on: proved.date, policy: policy)
    case .verified(let verified):
      .verified(rule: verified.way, on: verified.date, policy: policy)
    case .attested(let attested): .legacy(attestedOn: attested.date, by: attested.user)
    case .notOurs(.employeeVerifies): .employeeDuty
    case .notOurs(.consented(let date)): .articleNineteenFour(consentOn: date)
    }
  }
}
