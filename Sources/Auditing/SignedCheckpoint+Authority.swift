extension SignedCheckpoint {
  /// The name under which a user signs: the origin, a slash, the user's ASCII id.
  public static func signerName(origin: String, user: String) -> String { origin + "/" + user }

  /// The id of the user whose signature this carries.
  public var signer: String? {
    let prefix = checkpoint.origin + "/"
    guard let name = signatures.first?.name, name.hasPrefix(prefix) else { return nil }
    return String(name.dropFirst(prefix.count))
  }

  /// Checks the acting user's signature with the key that the log vouches for.
  ///
  /// - Throws: `.unknownSigner`, `.notAuthorised` for a user who is revoked, or `.badSignature`.
  public func verify(by authority: Authority) throws(AuditingError) {
    guard let signer, let key = authority.signatureKey(of: signer) else {
      throw AuditingError(.unknownSigner, index: checkpoint.size)
    }
    guard authority.users[signer]?.revokedIndex == nil else {
      throw AuditingError(.notAuthorised, index: checkpoint.size)
    }
    let name = Self.signerName(origin: checkpoint.origin, user: signer)
    guard try isValid(name: name, publicKey: key) else {
      throw AuditingError(.badSignature, index: checkpoint.size)
    }
  }
}
