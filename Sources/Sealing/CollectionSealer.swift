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
  private var context = AssociatedData()
  /// What the associated data of every value of the vault begin with.
  private let objects: [UInt8]
  private var lockboxes: [(key: AuthenticatedKey, box: OpenLockbox)] = []

  /// Starts a collecting transaction.
  public init(vault: VaultID, random: RandomBytes) throws(SealingError) {
    self.vault = vault
    self.random = random
    objects = SealingContext.objects(vault: vault)
    do throws(SecretsError) {
      cipher = try ObjectCipher()
    } catch {
      throw SealingError(.cryptography(error), doing: "start sealing")
    }
  }

  /// The lockboxes made so far, by ordinal.
  public var madeLockboxes: [Lockbox] { lockboxes.map(\.box.lockbox) }

  /// Seals a number to the purposes declared for it.
  public func seal(
    _ number: borrowing MyNumber, as object: SealedObject, to keys: [AuthenticatedKey],
    declaration: DeclarationID
  ) throws(SealingError) -> (value: SealedValue, wraps: SealedWraps) {
    try number.withDigits {
      (digits) throws(SealingError) -> (value: SealedValue, wraps: SealedWraps) in
      try seal(digits, as: object, to: keys, declaration: declaration)
    }
  }

  /// Seals a profile or an evidence record to its compartment.
  public func seal(
    _ bytes: [UInt8], as object: SealedObject, to keys: [AuthenticatedKey],
    declaration: DeclarationID
  ) throws(SealingError) -> (value: SealedValue, wraps: SealedWraps) {
    try seal(bytes.span, as: object, to: keys, declaration: declaration)
  }

  /// Wraps a data key that is already in use for one more purpose.
  func wrap(
    _ dataKey: borrowing SecretBytes, of object: SealedObject, to keys: [AuthenticatedKey],
    declaration: DeclarationID
  ) throws(SealingError) -> SealedWraps {
    let place = SealingContext.place(of: object) + SealingContext.place(of: declaration.bytes)
    return try dataKey.withSpan { (key) throws(SealingError) in
      try self.wraps(of: key, place, keys)
    }
  }

  /// Wipes the last data key and the keys that OpenSSL's contexts still hold.
  public func finish() throws(SealingError) {
    dataKey.wipe()
    do throws(SecretsError) {
      try cipher.forgetKeys()
    } catch {
      throw SealingError(.cryptography(error), doing: "finish sealing")
    }
  }

  private func seal(
    _ bytes: Span<UInt8>, as object: SealedObject, to keys: [AuthenticatedKey],
    declaration: DeclarationID
  ) throws(SealingError) -> (value: SealedValue, wraps: SealedWraps) {
    let place = SealingContext.place(of: object)
    context.start(with: objects)
    context.add(place)
    let value: SealedValue
    do throws(SecretsError) {
      try makeDataKey()
      let associated = context.bytes
      value = try dataKey.withSpan { (key) throws(SecretsError) -> SealedValue in
        try cipher.seal(
          bytes, dataKey: key, associatedData: associated.span, random: random)
      }
    } catch {
      throw SealingError(.cryptography(error), doing: "seal a value")
    }
    let wrapPlace = place + SealingContext.place(of: declaration.bytes)
    let wraps = try dataKey.withSpan { (key) throws(SealingError) -> SealedWraps in
      try self.wraps(of: key, wrapPlace, keys)
    }
    return (value, wraps)
  }

  private func makeDataKey() throws(SecretsError) {
    try dataKey.withMutableSpan { (span) throws(SecretsError) in try random.fill(&span) }
  }

  /// Wraps a data key for each of `keys`; `place` ends the associated data of all of them.
  private func wraps(
    of dataKey: Span<UInt8>, _ place: [UInt8], _ keys: [AuthenticatedKey]
  ) throws(SealingError) -> SealedWraps {
    var wraps = SealedWraps(zeros: keys.count)
    for (index, key) in keys.enumerated() {
      let ordinal = try ordinal(of: key)
      let box = lockboxes[ordinal].box
      context.start(with: box.wrapContext)
      context.add(place)
      do throws(SecretsError) {
        try wraps.set(index, keyNumber: key.number, lockboxOrdinal: ordinal) {
          (out) throws(SecretsError) in
          try wrap(dataKey, in: box, into: &out)
        }
      } catch {
        throw SealingError(.cryptography(error), doing: "wrap a data key")
      }
    }
    return wraps
  }

  private func wrap(
    _ dataKey: Span<UInt8>, in box: OpenLockbox, into out: inout MutableSpan<UInt8>
  ) throws(SecretsError) {
    let associated = context.bytes
    try box.wrappingKey.withSpan { (wrapping) throws(SecretsError) in
      try cipher.wrap(
        dataKey, under: wrapping, associatedData: associated.span, random: random, into: &out)
    }
  }

  private func ordinal(of key: AuthenticatedKey) throws(SealingError) -> Int {
    let known = lockboxes.firstIndex { $0.key.number == key.number && $0.key == key }
    if let known { return known }
    lockboxes.append((key, try OpenLockbox.make(for: key, vault: vault, random: random)))
    return lockboxes.count - 1
  }
}
