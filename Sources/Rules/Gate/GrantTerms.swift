internal import People

/// What a decision adds to its request.
struct GrantTerms {
  var role: RoleID
  var action: Action
  var purpose: PurposeID
  var form: FormCopyID?
  var recipient: Recipient?
  var article: String
  var version: Int
  var declaration: DeclarationID?
  var isLegacy = false
  var target: PurposeKey?
  var policyDigest: String
}
