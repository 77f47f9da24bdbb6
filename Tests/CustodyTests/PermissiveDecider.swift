import MyNumberKit

@testable import Rules

/// Grants every read, whatever the policy says: what is left then is what the keys promise.
struct PermissiveDecider: Decider {
  func decide(_ request: borrowing Request) throws(Refusal) -> Grant {
    guard let purpose = request.purpose else { throw .purposeMissing }
    return Grant(
      request,
      GrantTerms(
        role: request.roles.first ?? RoleID("nobody"),
        action: [.widen, .share].contains(request.action) ? request.action : .read,
        purpose: purpose,
        form: request.form, recipient: nil, article: "test",
        version: request.version ?? max(1, request.person.currentVersion),
        declaration: request.person.declaration(covering: purpose.rawValue)?.id,
        target: request.target, policyDigest: String(repeating: "0", count: 64)))
  }
}
