internal import Secrets

/// Bytes under a passphrase: AES-256-GCM under scrypt with N=2^17, r=8, p=1 (RFC 7914).
///
/// 16 bytes of salt, then nonce, ciphertext and tag.
enum PassphraseBox {
  static let saltCount = 16
  /// How many bytes a box has more than what it holds.
  static let overhead = saltCount + AESGCM.overhead

  /// - Throws: `.passphraseTooShort`.
  static func seal(
    _ plaintext: Span<UInt8>, under passphrase: borrowing SecretBytes, context: [UInt8],
    random: RandomBytes, doing: String
  ) throws(SealingError) -> [UInt8] {
    try UserSecrets.checkLength(passphrase)
    do throws(SecretsError) {
      let salt = try random.bytes(saltCount)
      let nonce = try random.bytes(AESGCM.nonceCount)
      let key = try key(passphrase, salt.span)
      var sealed = [UInt8](repeating: 0, count: plaintext.count + AESGCM.overhead)
      var cipher = try AESGCM()
      try key.withSpan { (key) throws(SecretsError) in
        var out = sealed.mutableSpan
        try cipher.seal(
          plaintext, key: key, nonce: nonce.span, associatedData: context.span, into: &out)
      }
      return salt + sealed
    } catch {
      throw SealingError(.cryptography(error), doing: doing)
    }
  }

  /// - Throws: `.wrongPassphrase`, which nobody can tell from an altered box; `.malformed`.
  static func open(
    _ box: Span<UInt8>, under passphrase: borrowing SecretBytes, context: [UInt8], doing: String
  ) throws(SealingError) -> SecretBytes {
    guard box.count >= overhead else { throw SealingError(.malformed, doing: doing) }
    do throws(SecretsError) {
      let key = try key(passphrase, box.extracting(0..<saltCount))
      var cipher = try AESGCM()
      return try SecretBytes(count: box.count - overhead) { (out) throws(SecretsError) in
        try key.withSpan { (key) throws(SecretsError) in
          try cipher.open(
            box.extracting(saltCount...), key: key, associatedData: context.span, into: &out)
        }
      }
    } catch {
      guard error.code != .authenticationFailed else {
        throw SealingError(.wrongPassphrase, doing: doing)
      }
      throw SealingError(.cryptography(error), doing: doing)
    }
  }

  private static func key(
    _ passphrase: borrowing SecretBytes, _ salt: Span<UInt8>
  ) throws(SecretsError) -> SecretBytes {
    try passphrase.withSpan { (bytes) throws(SecretsError) in
      try Scrypt.derive(passphrase: bytes, salt: salt, count: AESGCM.keyCount)
    }
  }
}
