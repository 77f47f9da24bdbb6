public import Auditing
public import Numbers
public import People
public import Secrets

/// Seals what one collecting transaction collects.
///
/// It holds one lockbox for each key that is sealed to, made from keys the log vouches for, and a
/// fresh data key for each sealed value. It can open nothing that another transaction sealed.
public final class CollectionSealer {
  private let vault: VaultID
  private let random: RandomBytes
  private var cipher: ObjectCipher
  /// The data key of the value being sealed.
  private var dataKey = SecretBytes(count: AESGCM.keyCount) { _ in }
  private var lockboxes: [OpenLockbox] = []
  private var ordinals: [AuthenticatedKey: Int] = [:]

  /// Starts a collecting transaction.
  public init(vault: VaultID, random: RandomBytes) throws(SealingError) {
    self.vault = vault
    self.random = random
    do throws(SecretsError) {
      cipher = try ObjectCipher()
    } catch {
      throw SealingError(.cryptography(error), doing: "start sealing")
    }
  }

  /// The lockboxes made so far, by ordinal.
  public var madeLockboxes: [Lockbox] { lockboxes.map(\.lockbox) }

  /// Seals a number to the purposes declared for it.
  public func seal(
    _ number: borrowing MyNumber, as object: SealedObject, to keys: [AuthenticatedKey],
    declaration: DeclarationID
  ) throws(SealingError) -> (value: SealedValue, wraps: [WrappedKey]) {
    try number.withDigits {
      (digits) throws(SealingError) -> (value: SealedValue, wraps: [WrappedKey]) in
      try seal(digits, as: object, to: keys, declaration: declaration)
    }
  }

  /// Seals a profile or an evidence record to its compartment.
  public func seal(
    _ bytes: [UInt8], as object: SealedObject, to keys: [AuthenticatedKey],
    declaration: DeclarationID
  ) throws(SealingError) -> (value: SealedValue, wraps: [WrappedKey]) {
    try seal(bytes.span, as: object, to: keys, declaration: declaration)
  }

  /// Wraps a data key that is already in use for one more purpose.
  func wrap(
    _ dataKey: borrowing SecretBytes, of object: SealedObject, to keys: [AuthenticatedKey],
    declaration: DeclarationID
  ) throws(SealingError) -> [WrappedKey] {
    try dataKey.withSpan { (key) throws(SealingError) in
      try self.wraps(of: key, object, keys, declaration)
    }
  }

  /// Wipes the last data key and the keys that OpenSSL's contexts still hold.
  public func finish() throws(SealingError) {
    do throws(SecretsError) {
      try cipher.forgetKeys()
    } catch {
      throw SealingError(.cryptography(error), doing: "finish sealing")
    }
    dataKey.withMutableSpan { span in
      for index in span.indices { span[index] = 0 }
    }
  }

  private func seal(
    _ bytes: Span<UInt8>, as object: SealedObject, to keys: [AuthenticatedKey],
    declaration: DeclarationID
  ) throws(SealingError) -> (value: SealedValue, wraps: [WrappedKey]) {
    let context = SealingContext.object(vault: vault, object: object)
    try makeDataKey()
    let value: SealedValue
    do throws(SecretsError) {
      let nonce = try random.bytes(AESGCM.nonceCount)
      value = try dataKey.withSpan { (key) throws(SecretsError) -> SealedValue in
        try cipher.seal(
          bytes, dataKey: key, associatedData: context.span, nonce: nonce.span)
      }
    } catch {
      throw SealingError(.cryptography(error), doing: "seal a value")
    }
    let sealed = try dataKey.withSpan { (key) throws(SealingError) -> [WrappedKey] in
      try self.wraps(of: key, object, keys, declaration)
    }
    return (value, sealed)
  }

  private func makeDataKey() throws(SealingError) {
    do throws(SecretsError) {
      try dataKey.withMutableSpan { (span) throws(SecretsError) in try random.fill(&span) }
    } catch {
      throw SealingError(.cryptography(error), doing: "make a data key")
    }
  }

  private func wraps(
    of dataKey: Span<UInt8>, _ object: SealedObject, _ keys: [AuthenticatedKey],
    _ declaration: DeclarationID
  ) throws(SealingError) -> [WrappedKey] {
    let declaration = declaration.bytes
    var wraps: [WrappedKey] = []
    wraps.reserveCapacity(keys.count)
    for key in keys {
      let ordinal = try ordinal(of: key)
      let box = lockboxes[ordinal]
      let context = SealingContext.wrap(
        after: box.wrapContext, object: object, declaration: declaration)
      do throws(SecretsError) {
        let nonce = try random.bytes(AESGCM.nonceCount)
        let sealed = try box.wrappingKey.withSpan { (wrapping) throws(SecretsError) in
          try cipher.wrap(
            dataKey, under: wrapping, associatedData: context.span, nonce: nonce.span)
        }
        wraps.append(WrappedKey(keyNumber: key.number, lockboxOrdinal: ordinal, sealed: sealed))
      } catch {
        throw SealingError(.cryptography(error), doing: "wrap a data key")
      }
    }
    return wraps
  }

  private func ordinal(of key: AuthenticatedKey) throws(SealingError) -> Int {
    if let ordinal = ordinals[key] { return ordinal }
    lockboxes.append(try OpenLockbox.make(for: key, vault: vault, random: random))
    ordinals[key] = lockboxes.count - 1
    return lockboxes.count - 1
  }
}
