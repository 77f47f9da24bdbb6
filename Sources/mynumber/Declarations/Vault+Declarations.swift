import MyNumberKit

extension Vault {
  /// What a person was told, oldest first.
  func declarations(of code: PersonCode) throws -> [Declaration] {
    try requirePerson(code).record.declarations
  }
}

extension VaultAccess {
  /// Signs in somebody who may see codes and what people were told: auditors may, too.
  func signInToSee(_ options: SignInOptions) throws -> Session {
    let session = try signIn(options)
    try session.require(session.allows(.audit) ? .audit : .list)
    return session
  }
}
