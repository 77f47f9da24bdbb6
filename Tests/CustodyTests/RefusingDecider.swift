import MyNumberKit
import Synchronization

@testable import Rules

/// Decides by a policy, but refuses to share some people's numbers, perhaps after a few decisions.
final class RefusingDecider: Decider {
  private let policy: PolicyDecider
  private let codes: Set<String>
  private let left: Mutex<Int>

  init(_ bundle: PolicyBundle, refusing codes: Set<String>, after count: Int = 0) throws {
    policy = PolicyDecider(policy: try Policy(bundle: bundle))
    self.codes = codes
    left = Mutex(count)
  }

  func decide(_ request: borrowing Request) throws(Refusal) -> Grant {
    if request.action == .share, codes.contains(request.person.code.text), isOver() {
      throw .purposeMissing
    }
    return try policy.decide(request)
  }

  private func isOver() -> Bool {
    left.withLock { left in
      left -= 1
      return left < 0
    }
  }
}
