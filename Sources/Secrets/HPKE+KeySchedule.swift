extension HPKE {
  /// The shared secret and the context it is scheduled in (RFC 9180 sections 4.1 and 5.1).
  ///
  /// The context serves one message, so the sequence number is always zero.
  struct KeySchedule: ~Copyable {
    private let secret: SecretBytes
    private let context: [UInt8]
    private static let labeled = LabeledHKDF(suite: .hpke)

    init(
      sender ephemeral: borrowing X25519PrivateKey, recipient: X25519PublicKey, info: Span<UInt8>
    ) throws(SecretsError) {
      let agreed = try ephemeral.agree(with: recipient)
      let both = ephemeral.publicKey.bytes + recipient.bytes
      try self.init(agreed: agreed, kemContext: both, info: info)
    }

    init(
      recipient key: borrowing X25519PrivateKey, encapsulated: Span<UInt8>, info: Span<UInt8>
    ) throws(SecretsError) {
      var bytes: [UInt8] = []
      for index in encapsulated.indices { bytes.append(encapsulated[index]) }
      let sender = try X25519PublicKey(bytes)
      let agreed = try key.agree(with: sender)
      try self.init(agreed: agreed, kemContext: bytes + key.publicKey.bytes, info: info)
    }

    private init(
      agreed: consuming SecretBytes, kemContext: [UInt8], info: Span<UInt8>
    ) throws(SecretsError) {
      let none = Span<UInt8>()
      let shared = try Self.extractAndExpand(agreed, kemContext)
      let noPSK = try Self.labeled.extract(salt: none, label: "psk_id_hash", inputKey: none)
      let infoHash = try Self.labeled.extract(salt: none, label: "info_hash", inputKey: info)
      // Mode 0 is the base mode: no pre-shared key, no sender authentication.
      var context: [UInt8] = [0]
      noPSK.withSpan { span in for index in span.indices { context.append(span[index]) } }
      infoHash.withSpan { span in for index in span.indices { context.append(span[index]) } }
      let secret = try shared.withSpan { (shared) throws(SecretsError) in
        try Self.labeled.extract(salt: shared, label: "secret", inputKey: none)
      }
      self.context = context
      self.secret = secret
    }

    private static func extractAndExpand(
      _ agreed: borrowing SecretBytes, _ kemContext: [UInt8]
    ) throws(SecretsError) -> SecretBytes {
      let kem = LabeledHKDF(suite: .kem)
      let prk = try agreed.withSpan { (agreed) throws(SecretsError) in
        try kem.extract(salt: Span<UInt8>(), label: "eae_prk", inputKey: agreed)
      }
      return try prk.withSpan { (prk) throws(SecretsError) in
        try kem.expand(prk, label: "shared_secret", info: kemContext.span, count: 32)
      }
    }

    func exporterSecret() throws(SecretsError) -> SecretBytes {
      try expand("exp", count: 32)
    }

    func seal(
      _ plaintext: Span<UInt8>, associatedData: Span<UInt8>
    ) throws(SecretsError) -> [UInt8] {
      let key = try expand("key", count: AESGCM.keyCount)
      let nonce = try expand("base_nonce", count: AESGCM.nonceCount)
      var cipher = try AESGCM()
      var sealed = [UInt8](repeating: 0, count: plaintext.count + AESGCM.tagCount)
      var out = sealed.mutableSpan
      try key.withSpan { (key) throws(SecretsError) in
        try nonce.withSpan { (nonce) throws(SecretsError) in
          try cipher.encrypt(
            plaintext, key: key, nonce: nonce, associatedData: associatedData, into: &out, at: 0)
        }
      }
      return sealed
    }

    func open(
      _ ciphertext: Span<UInt8>, associatedData: Span<UInt8>
    ) throws(SecretsError) -> SecretBytes {
      guard ciphertext.count >= AESGCM.tagCount else { throw SecretsError(.badLength) }
      let key = try expand("key", count: AESGCM.keyCount)
      let nonce = try expand("base_nonce", count: AESGCM.nonceCount)
      var cipher = try AESGCM()
      return try SecretBytes(
        count: ciphertext.count - AESGCM.tagCount
      ) { (out: inout MutableSpan<UInt8>) throws(SecretsError) in
        try key.withSpan { (key) throws(SecretsError) in
          try nonce.withSpan { (nonce) throws(SecretsError) in
            try cipher.decrypt(
              ciphertext, key: key, nonce: nonce, associatedData: associatedData, into: &out)
          }
        }
      }
    }

    private func expand(_ label: String, count: Int) throws(SecretsError) -> SecretBytes {
      try secret.withSpan { (secret) throws(SecretsError) in
        try Self.labeled.expand(secret, label: label, info: context.span, count: count)
      }
    }
  }
}
