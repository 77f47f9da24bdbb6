import Rules
import Testing

@testable import Reports

@Suite("Actions")
struct LogActionTests {
  @Test("Every action of the policy has words", arguments: Action.allCases)
  func policyActions(action: Action) {
    #expect(LogAction.words[action.rawValue] != nil)
  }

  @Test(
    "Every kind of entry that a vault writes beside the policy's actions has words",
    arguments: [
      "key", "user-add", "user-revoke", "user-passphrase", "sign-in-failed",
      "import-batch", "verify-batch", "verify-report", "update", "replace", "event-undo",
      "leave-undo", "hold-add", "hold-remove",
      "purge-batch", "purged",
      "employer-set", "policy-update", "audit-export", "blank", "ask-undo", "change-done",
      "change-undo", "ledger", "incident-open", "incident-assess", "incident-report",
      "incident-fact", "incident-reported",
      "ledger-file", "handling-move", "handling-return", "handling-destroy", "handling-certificate",
      "handling-training",
      "handling-pledge", "handling-size", "handling-ledger", "self-check",
    ])
  func entries(action: String) {
    #expect(LogAction.words[action] != nil)
  }

  @Test("No action stands in two sections")
  func disjoint() {
    let sections = [
      LogAction.signIns, LogAction.collection, LogAction.exports, LogAction.purges,
      LogAction.changes, LogAction.reviews, ["read"], ["blank"],
    ]
    let all = sections.flatMap { $0 }
    #expect(Set(all).count == all.count)
  }

  @Test("A word that is no action has none")
  func unknown() { #expect(LogAction.words["teleport"] == nil) }
}
