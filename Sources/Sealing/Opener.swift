public import Auditing
public import Numbers
internal import People
public import Secrets

/// Opens what was sealed: a number by spending a receipt, a profile or evidence by its compartment.
///
/// What spends a receipt takes no argument but the receipt that selects a row, and builds the
/// associated data from it.
public final class Opener<Rows: SealedRows> {
  private let vault: VaultID
  private let keyRing: KeyRing
  private let rows: Rows
  private var cipher: ObjectCipher
  private var dataKey: SecretBytes
  /// Memory for the digits of a number, used again for the next one.
  private var digits: SecretBytes?
  private var context = AssociatedData()
  /// What the associated data of every value of the vault begin with.
  private let objects: [UInt8]

  /// Opens with the keys of one session.
  public init(vault: VaultID, keyRing: KeyRing, rows: Rows) throws(SealingError) {
    self.vault = vault
    self.keyRing = keyRing
    self.rows = rows
    objects = SealingContext.objects(vault: vault)
    dataKey = SecretBytes(count: AESGCM.keyCount) { _ in }
    do throws(SecretsError) {
      cipher = try ObjectCipher()
    } catch {
      throw SealingError(.cryptography(error), doing: "start opening")
    }
  }

  /// Opens the one number that the receipt names, and lends it to `body`.
  ///
  /// - Throws: `.keyNotHeld`, `.erased`, or an integrity failure.
  public func open<R: ~Copyable>(
    spending receipt: consuming Receipt<Reading>, _ body: (borrowing MyNumber) -> R
  ) throws(SealingError) -> R {
    let object = SealedObject(
      person: receipt.personID, kind: .number, version: receipt.version)
    try unwrap(object, row: receipt.personRow, key: receipt.key)
    let number = try openNumber(object, row: receipt.personRow)
    let result = body(number)
    digits = number.wiped()
    return result
  }

  /// Opens both entries of the number that the receipt names and says whether they are the same.
  ///
  /// - Throws: `.keyNotHeld`, `.missing`, `.erased`, or an integrity failure.
  public func compare(
    spending receipt: consuming Receipt<Comparison>
  ) throws(SealingError) -> ComparedEntries {
    let first = try entry(.number, of: receipt)
    let second = try entry(.secondEntry, of: receipt)
    let agree = first.withSpan { second.isEqual(to: $0) }
    return ComparedEntries(receipt, agree: agree)
  }

  /// Opens a profile or an evidence record with its compartment's key.
  public func open(
    _ object: SealedObject, row: Int64, key: String
  ) throws(SealingError) -> SecretBytes {
    precondition(!object.kind.isNumber, "a number is opened by a receipt alone")
    try unwrap(object, row: row, key: key)
    return try openUnwrapped(object, row: row)
  }

  /// Opens the value of an object with the data key that was unwrapped last, which must be its own.
  private func openUnwrapped(
    _ object: SealedObject, row: Int64
  ) throws(SealingError) -> SecretBytes {
    var opened: SecretBytes?
    try rows.withValue(person: row, kind: object.kind, version: object.version) {
      (sealed, commitment) throws(SealingError) in
      guard sealed.count > AESGCM.overhead else {
        throw SealingError(.malformed, doing: "open a sealed value")
      }
      opened = try SecretBytes(count: sealed.count - AESGCM.overhead) {
        (out) throws(SealingError) in
        try open(sealed, commitment, object, into: &out)
      }
    }
    guard let opened else { throw SealingError(.missing, doing: "open a sealed value") }
    return opened
  }

  /// Opens the data key that the receipt names and wraps it for the one further key it names.
  ///
  /// The number itself stays sealed, and the data key leaves in the new wrap alone.
  ///
  /// - Parameter key: The key of the receipt's target, as the log vouches for it.
  /// - Throws: `.missing` for another key than the receipt's, `.keyNotHeld`, `.erased`, or an
  ///   integrity failure.
  public func wrap<Use: WrappingUse>(
    spending receipt: consuming Receipt<Use>, to key: AuthenticatedKey,
    with sealer: CollectionSealer
  ) throws(SealingError) -> SealedWraps {
    guard key.name == receipt.target, let declaration = receipt.declaration else {
      throw SealingError(.missing, doing: "find the key to wrap for")
    }
    let object = SealedObject(
      person: receipt.personID, kind: .number, version: receipt.version)
    try unwrap(object, row: receipt.personRow, key: receipt.key)
    try checkDataKey(of: object, row: receipt.personRow)
    return try sealer.wrap(dataKey, of: object, to: [key], declaration: declaration)
  }

  /// Opens an object's data key and wraps it for the newest generation of the same key.
  ///
  /// Nothing leaves but the new wrap, and nobody can open it who could not open the old one.
  ///
  /// - Parameter turn: The rotation as the log has begun it.
  /// - Throws: `.missing` for another key than the rotation's; `.keyNotHeld`, `.generationNotHeld`, or an
  ///   integrity failure.
  package func rewrap(
    _ object: SealedObject, row: Int64, by turn: KeyTurn, to target: WrapTarget,
    with sealer: CollectionSealer
  ) throws(SealingError) -> SealedWraps {
    guard target.key == turn.key else {
      throw SealingError(.missing, doing: "find the leave to wrap for a key")
    }
    try unwrap(object, row: row, key: turn.key.name)
    try checkDataKey(of: object, row: row)
    return try sealer.wrap(
      dataKey, of: object, to: [turn.key], declaration: target.declaration)
  }

  /// Opens an object through a key that is rotated and seals it anew under a fresh data key, wrapped for
  /// each of `targets`.
  ///
  /// The value is in locked memory until it is sealed again and is lent to nobody.
  ///
  /// - Parameter turn: The rotation as the log has begun it.
  /// - Throws: `.missing` for a rotation that seals nothing anew, and for targets without its key;
  ///   `.keyNotHeld`, `.generationNotHeld`, or an integrity failure.
  package func reseal(
    _ object: SealedObject, row: Int64, by turn: KeyTurn, to targets: [WrapTarget],
    with sealer: CollectionSealer
  ) throws(SealingError) -> (value: SealedValue, wraps: [SealedWraps]) {
    guard turn.reseals, targets.contains(where: { $0.key == turn.key }) else {
      throw SealingError(.missing, doing: "find the leave to seal anew")
    }
    try unwrap(object, row: row, key: turn.key.name)
    let opened = try openUnwrapped(object, row: row)
    return try opened.withSpan { (bytes) throws(SealingError) in
      try sealer.seal(bytes, as: object, to: targets)
    }
  }

  /// Opens an object's wrap under a key and refuses one of another data key.
  ///
  /// - Throws: `.keyNotHeld`, `.generationNotHeld`, or an integrity failure.
  package func checkWrap(
    of object: SealedObject, row: Int64, key: String
  ) throws(SealingError) {
    try unwrap(object, row: row, key: key)
    try checkDataKey(of: object, row: row)
  }

  /// Refuses a data key that was unwrapped last and is not the value's: it is not handed on.
  private func checkDataKey(of object: SealedObject, row: Int64) throws(SealingError) {
    try rows.withValue(person: row, kind: object.kind, version: object.version) {
      (_, commitment) throws(SealingError) in
      try dataKey.withSpan { (key) throws(SealingError) in
        try cipher.check(key, is: commitment)
      }
    }
  }

  /// Wipes the last data key, and the keys in OpenSSL's contexts.
  ///
  /// What is ours is wiped even where OpenSSL fails.
  public func finish() throws(SealingError) {
    dataKey.wipe()
    do throws(SecretsError) {
      try cipher.forgetKeys()
    } catch {
      throw SealingError(.cryptography(error), doing: "finish opening")
    }
  }

  private func unwrap(
    _ object: SealedObject, row: Int64, key: String
  ) throws(SealingError) {
    guard let number = keyRing.number(of: key) else {
      throw SealingError(.keyNotHeld, doing: "open with the key \(key)")
    }
    try rows.withWrap(
      person: row, kind: object.kind, version: object.version, keyNumber: number
    ) { (lockboxRow, declaration, sealed) throws(SealingError) in
      let box = try keyRing.open(row: lockboxRow, from: rows)
      guard box.keyNumber == number else {
        throw SealingError(.notAuthentic, doing: "unwrap a data key")
      }
      context.start(with: box.wrapContext)
      context.add(object)
      context.add(declaration: declaration)
      try unwrap(sealed, under: box)
    }
  }

  private func unwrap(
    _ sealed: Span<UInt8>, under box: OpenLockbox
  ) throws(SealingError) {
    let associated = context.bytes
    try dataKey.withMutableSpan { (out) throws(SealingError) in
      try box.wrappingKey.withSpan { (wrapping) throws(SealingError) in
        try cipher.unwrap(sealed, under: wrapping, associatedData: associated.span, into: &out)
      }
    }
  }

  /// Opens one of the two entries that a comparison needs; its memory is wiped when it goes.
  private func entry(
    _ kind: SealedKind, of receipt: borrowing Receipt<Comparison>
  ) throws(SealingError) -> SecretBytes {
    let object = SealedObject(person: receipt.personID, kind: kind, version: receipt.version)
    try unwrap(object, row: receipt.personRow, key: receipt.key)
    return try SecretBytes(count: MyNumber.digitCount) { (out) throws(SealingError) in
      try open(object, row: receipt.personRow, into: &out)
    }
  }

  private func openNumber(
    _ object: SealedObject, row: Int64
  ) throws(SealingError) -> MyNumber {
    // What fails below lets the memory go, which wipes it.
    var digits = self.digits.take() ?? SecretBytes(count: MyNumber.digitCount) { _ in }
    try digits.withMutableSpan { (out) throws(SealingError) in
      try open(object, row: row, into: &out)
    }
    do throws(NumberError) {
      return try MyNumber(taking: digits)
    } catch {
      throw SealingError(.malformed, doing: "read an opened number")
    }
  }

  /// Opens the value of an object with the data key that was unwrapped last.
  private func open(
    _ object: SealedObject, row: Int64, into out: inout MutableSpan<UInt8>
  ) throws(SealingError) {
    try rows.withValue(person: row, kind: object.kind, version: object.version) {
      (sealed, commitment) throws(SealingError) in
      try open(sealed, commitment, object, into: &out)
    }
  }

  /// Opens a value with the data key that was unwrapped last.
  private func open(
    _ sealed: Span<UInt8>, _ commitment: Span<UInt8>, _ object: SealedObject,
    into out: inout MutableSpan<UInt8>
  ) throws(SealingError) {
    context.start(with: objects)
    context.add(object)
    let associated = context.bytes
    try dataKey.withSpan { (key) throws(SealingError) in
      try cipher.open(
        sealed, commitment: commitment, dataKey: key, associatedData: associated.span, into: &out)
    }
  }
}
