import MyNumberKit

/// What came of recording verifications, a row a person.
struct VerificationListing {
  private(set) var listing = Listing([
    .init("person", "Person", "対象者"), .init("recorded", "Recorded", "記録", isWord: true),
    .init("state", "State", "状態", isWord: true), .init("verifier", "Verifier", "確認者", isWord: true),
    .init("rule", "Rule", "規則"), .init("articles", "Articles", "根拠"),
    .init("missing", "Missing", "不足"),
  ])

  init(_ outcomes: [VerificationOutcome], _ names: Names) {
    for outcome in outcomes {
      let answer = outcome.answer
      let citations =
        answer.isAccepted
        ? answer.citations : IdentityRules.citations(of: answer.missing)
      let row = [
        outcome.code.text, outcome.isRecorded ? "recorded" : "not-recorded", answer.state.id,
        answer.verifier.rawValue, answer.way.joined(separator: "+"),
        citations.map(\.description).joined(separator: "; "),
      ]
      listing.add(
        row + [answer.missing.map(\.shortfall.id).joined(separator: "; ")],
        saying: row + [names.text(answer.missing)])
    }
  }
}
