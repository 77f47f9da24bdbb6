internal import Auditing
internal import People
internal import Rules

/// The verification of a number held already that an import refuses: whose, and why.
struct RefusedVerification {
  let code: PersonCode
  let rule: String
  let article: String

  /// What the log says of it.
  func entry(of session: Session) -> EntryContent {
    var content = session.entry(Action.verify.rawValue, outcome: .refused)
    content.person = code.text
    content.rule = rule
    content.article = article
    return content
  }
}
