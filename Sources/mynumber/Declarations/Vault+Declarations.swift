import MyNumberKit

extension Vault {
  /// What a person was told, oldest first.
  func declarations(of code: PersonCode) throws -> [Declaration] {
    guard let person = try person(code) else {
      throw CustodyError(.notFound("person \(code.text)"))
    }
    return person.record.declarations
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
