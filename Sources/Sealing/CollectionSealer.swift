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
  /// The end of the associated data of a value and of its wraps.
  private var place = AssociatedData()
  /// What the associated data of every value of the vault begin with.
  private let objects: [UInt8]
  private var keys: [AuthenticatedKey] = []
  private var boxes: [OpenLockbox] = []
  /// The lockboxes of the lists of keys met so far: most values go to the same.
  private var known: [(keys: [AuthenticatedKey], ordinals: [Int])] = []
  private static let knownLimit = 16

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
  public var madeLockboxes: [Lockbox] { boxes.map(\.lockbox) }

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

  /// Seals a value under a fresh data key that is wrapped for each of `targets`, every one under a
  /// declaration of its own.
  func seal(
    _ bytes: Span<UInt8>, as object: SealedObject, to targets: [WrapTarget]
  ) throws(SealingError) -> (value: SealedValue, wraps: [SealedWraps]) {
    let value = try seal(bytes, as: object)
    var wraps: [SealedWraps] = []
    for target in targets {
      wraps.append(
        try wrap(dataKey, of: object, to: [target.key], declaration: target.declaration))
    }
    return (value, wraps)
  }

  /// Wraps a data key that is already in use for one more key.
  func wrap(
    _ dataKey: borrowing SecretBytes, of object: SealedObject, to keys: [AuthenticatedKey],
    declaration: DeclarationID
  ) throws(SealingError) -> SealedWraps {
    place.start()
    place.add(object)
    place.add(declaration)
    return try dataKey.withSpan { (key) throws(SealingError) in
      try self.wraps(of: key, keys)
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
    let value = try seal(bytes, as: object)
    place.add(declaration)
    let wraps = try dataKey.withSpan { (key) throws(SealingError) -> SealedWraps in
      try self.wraps(of: key, keys)
    }
    return (value, wraps)
  }

  /// Seals a value under a fresh data key; `place` ends the associated data of its wraps then, but for
  /// their declaration.
  private func seal(
    _ bytes: Span<UInt8>, as object: SealedObject
  ) throws(SealingError) -> SealedValue {
    place.start()
    place.add(object)
    context.start(with: objects)
    context.add(place.bytes)
    do throws(SecretsError) {
      try makeDataKey()
      let associated = context.bytes
      return try dataKey.withSpan { (key) throws(SecretsError) -> SealedValue in
        try cipher.seal(
          bytes, dataKey: key, associatedData: associated.span, random: random)
      }
    } catch {
      throw SealingError(.cryptography(error), doing: "seal a value")
    }
  }

  private func makeDataKey() throws(SecretsError) {
    try dataKey.withMutableSpan { (span) throws(SecretsError) in try random.fill(&span) }
  }

  /// Wraps a data key for each of `keys`; `place` ends the associated data of all of them.
  private func wraps(
    of dataKey: Span<UInt8>, _ keys: [AuthenticatedKey]
  ) throws(SealingError) -> SealedWraps {
    let ordinals = try ordinals(of: keys)
    var wraps = SealedWraps(zeros: ordinals.count)
    for index in ordinals.indices {
      let (ordinal, box) = (ordinals[index], boxes[ordinals[index]])
      context.start(with: box.wrapContext)
      context.add(place.bytes)
      do throws(SecretsError) {
        try wraps.set(index, keyNumber: box.keyNumber, lockboxOrdinal: ordinal) {
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

  private func ordinals(of keys: [AuthenticatedKey]) throws(SealingError) -> [Int] {
    if let known = known.first(where: { $0.keys == keys }) { return known.ordinals }
    var ordinals: [Int] = []
    for key in keys { ordinals.append(try ordinal(of: key)) }
    if known.count < Self.knownLimit { known.append((keys, ordinals)) }
    return ordinals
  }

  private func ordinal(of key: AuthenticatedKey) throws(SealingError) -> Int {
    if let known = keys.firstIndex(of: key) { return known }
    boxes.append(try OpenLockbox.make(for: key, vault: vault, random: random))
    keys.append(key)
    return boxes.count - 1
  }
}
