internal import Auditing
internal import Secrets

/// Encrypts and decrypts under data keys, with one cipher and one MAC context for all of them.
///
/// `encrypt` and `commit` are two outputs of HKDF-Expand (RFC 5869) from the data key: the second
/// stands beside the ciphertext, since AES-GCM alone does not commit to its key.
struct ObjectCipher: ~Copyable {
  private var cipher: AESGCM
  private var expand: HMACSHA256
  private var derived: SecretBytes
  private var comparison: SecretBytes
  private var nonce = [UInt8](repeating: 0, count: AESGCM.nonceCount)
  private static let commitmentCount = 32

  init() throws(SecretsError) {
    try self.init(cipher: AESGCM(), expand: HMACSHA256())
  }

  private init(cipher: consuming AESGCM, expand: consuming HMACSHA256) {
    self.cipher = cipher
    self.expand = expand
    derived = SecretBytes(count: AESGCM.keyCount) { _ in }
    comparison = SecretBytes(count: Self.commitmentCount) { _ in }
  }

  /// Seals under a data key that was never used before.
  mutating func seal(
    _ plaintext: Span<UInt8>, dataKey: Span<UInt8>, associatedData: Span<UInt8>,
    random: RandomBytes
  ) throws(SecretsError) -> SealedValue {
    try derive(from: dataKey, SealingContext.encrypt)
    let nonce = try drawNonce(random)
    let count = plaintext.count + AESGCM.overhead
    let label = SealingContext.commit
    return try SealedValue(sealedCount: count, commitmentCount: Self.commitmentCount) {
      (out) throws(SecretsError) in
      try out.withPart(0..<count) { (sealed) throws(SecretsError) in
        try derived.withSpan { (key) throws(SecretsError) in
          try cipher.seal(
            plaintext, key: key, nonce: nonce.span, associatedData: associatedData, into: &sealed)
        }
      }
      try out.withPart(count..<count + Self.commitmentCount) { (commitment) throws(SecretsError) in
        try expand.expandOne(prk: dataKey, info: label.span, into: &commitment)
      }
    }
  }

  /// Opens into `out`, after the commitment was found right.
  mutating func open(
    _ sealed: Span<UInt8>, commitment: Span<UInt8>, dataKey: Span<UInt8>,
    associatedData: Span<UInt8>, into out: inout MutableSpan<UInt8>
  ) throws(SealingError) {
    defer { wipe() }
    try check(dataKey, is: commitment)
    do throws(SecretsError) {
      try derive(from: dataKey, SealingContext.encrypt)
      try derived.withSpan { (key) throws(SecretsError) in
        try cipher.open(sealed, key: key, associatedData: associatedData, into: &out)
      }
    } catch {
      throw SealingError(opening: error, doing: "open a sealed value")
    }
  }

  /// Refuses a data key that another commitment stands for.
  ///
  /// - Throws: `.wrongCommitment`.
  mutating func check(_ dataKey: Span<UInt8>, is commitment: Span<UInt8>) throws(SealingError) {
    let label = SealingContext.commit
    defer { comparison.wipe() }
    do throws(SecretsError) {
      try comparison.withMutableSpan { (out) throws(SecretsError) in
        try expand.expandOne(prk: dataKey, info: label.span, into: &out)
      }
    } catch {
      throw SealingError(.cryptography(error), doing: "check a data key")
    }
    guard comparison.isEqual(to: commitment) else {
      throw SealingError(.wrongCommitment, doing: "check a data key")
    }
  }

  /// Wraps a data key into `out`, 60 bytes.
  mutating func wrap(
    _ dataKey: Span<UInt8>, under wrappingKey: Span<UInt8>, associatedData: Span<UInt8>,
    random: RandomBytes, into out: inout MutableSpan<UInt8>
  ) throws(SecretsError) {
    let nonce = try drawNonce(random)
    try cipher.seal(
      dataKey, key: wrappingKey, nonce: nonce.span, associatedData: associatedData, into: &out)
  }

  /// Opens a wrapped data key into `out`.
  mutating func unwrap(
    _ sealed: Span<UInt8>, under wrappingKey: Span<UInt8>, associatedData: Span<UInt8>,
    into out: inout MutableSpan<UInt8>
  ) throws(SealingError) {
    do throws(SecretsError) {
      try cipher.open(sealed, key: wrappingKey, associatedData: associatedData, into: &out)
    } catch {
      throw SealingError(opening: error, doing: "unwrap a data key")
    }
  }

  /// Wipes the keys derived last, and re-keys the contexts with zeros, so that none stays in
  /// OpenSSL's memory after a batch.
  mutating func forgetKeys() throws(SecretsError) {
    wipe()
    try cipher.forgetKey()
    try expand.forgetKey()
  }

  private mutating func wipe() {
    derived.wipe()
    comparison.wipe()
  }

  /// A fresh nonce, in memory that is used again once the last one was let go.
  private mutating func drawNonce(_ random: RandomBytes) throws(SecretsError) -> [UInt8] {
    var span = nonce.mutableSpan
    try random.fill(&span)
    return nonce
  }

  private mutating func derive(
    from dataKey: Span<UInt8>, _ info: [UInt8]
  ) throws(SecretsError) {
    try derived.withMutableSpan { (out) throws(SecretsError) in
      try expand.expandOne(prk: dataKey, info: info.span, into: &out)
    }
  }
}
