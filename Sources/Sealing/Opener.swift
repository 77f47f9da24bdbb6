public import Auditing
public import Numbers
public import People
public import Secrets

/// Opens what was sealed: a number by spending a receipt, a profile or evidence by its compartment.
///
/// `open(spending:_:)` takes no argument but the receipt that selects a row, and builds the
/// associated data from it.
public final class Opener<Rows: SealedRows> {
  private let vault: VaultID
  private let keyRing: KeyRing
  private let rows: Rows
  private var cipher: ObjectCipher
  private var dataKey: SecretBytes
  private var digits: SecretBytes

  /// Opens with the keys of one session.
  public init(vault: VaultID, keyRing: KeyRing, rows: Rows) throws(SealingError) {
    self.vault = vault
    self.keyRing = keyRing
    self.rows = rows
    dataKey = SecretBytes(count: AESGCM.keyCount) { _ in }
    digits = SecretBytes(count: MyNumber.digitCount) { _ in }
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
    try unwrap(object, row: receipt.personRow, key: receipt.purpose)
    let value = try rows.value(
      person: receipt.personRow, kind: .number, version: receipt.version)
    let number = try openNumber(value, object)
    return body(number)
  }

  /// Opens a profile or an evidence record with its compartment's key.
  public func open(
    _ object: SealedObject, row: Int64, key: String
  ) throws(SealingError) -> SecretBytes {
    precondition(object.kind != .number, "a number is opened by a receipt alone")
    try unwrap(object, row: row, key: key)
    let value = try rows.value(person: row, kind: object.kind, version: object.version)
    let context = SealingContext.object(vault: vault, object: object)
    guard value.sealed.count > AESGCM.overhead else {
      throw SealingError(.malformed, doing: "open a sealed value")
    }
    return try SecretBytes(count: value.sealed.count - AESGCM.overhead) {
      (out) throws(SealingError) in
      try dataKey.withSpan { (key) throws(SealingError) in
        try cipher.open(
          value.sealed.span, commitment: value.commitment.span, dataKey: key,
          associatedData: context.span, into: &out)
      }
    }
  }

  /// Opens the data key that the receipt names and wraps it for further purposes.
  public func widen(
    spending receipt: consuming Receipt<Widening>, to keys: [AuthenticatedKey],
    with sealer: CollectionSealer, declaration: DeclarationID
  ) throws(SealingError) -> [WrappedKey] {
    let object = SealedObject(
      person: receipt.personID, kind: .number, version: receipt.version)
    try unwrap(object, row: receipt.personRow, key: receipt.purpose)
    return try sealer.wrap(dataKey, of: object, to: keys, declaration: declaration)
  }

  /// Wipes the last data key and number, and the keys in OpenSSL's contexts.
  public func finish() throws(SealingError) {
    do throws(SecretsError) {
      try cipher.forgetKeys()
    } catch {
      throw SealingError(.cryptography(error), doing: "finish opening")
    }
    wipe(&dataKey)
    wipe(&digits)
  }

  private func unwrap(
    _ object: SealedObject, row: Int64, key: String
  ) throws(SealingError) {
    guard let number = keyRing.number(of: key) else {
      throw SealingError(.keyNotHeld, doing: "open with the key \(key)")
    }
    let wrap = try rows.wrap(
      person: row, kind: object.kind, version: object.version, keyNumber: number)
    let box = try keyRing.open(row: wrap.lockboxRow, from: rows)
    guard box.keyNumber == number else {
      throw SealingError(.notAuthentic, doing: "unwrap a data key")
    }
    let context = SealingContext.wrap(
      after: box.wrapContext, object: object, declaration: wrap.declaration)
    try dataKey.withMutableSpan { (out) throws(SealingError) in
      try box.wrappingKey.withSpan { (wrapping) throws(SealingError) in
        try cipher.unwrap(
          wrap.sealed.span, under: wrapping, associatedData: context.span, into: &out)
      }
    }
  }

  private func openNumber(
    _ value: SealedValue, _ object: SealedObject
  ) throws(SealingError) -> MyNumber {
    let context = SealingContext.object(vault: vault, object: object)
    try digits.withMutableSpan { (out) throws(SealingError) in
      try dataKey.withSpan { (key) throws(SealingError) in
        try cipher.open(
          value.sealed.span, commitment: value.commitment.span, dataKey: key,
          associatedData: context.span, into: &out)
      }
    }
    return try digits.withSpan { (span) throws(SealingError) in
      do throws(NumberError) {
        return try MyNumber(digits: span)
      } catch {
        throw SealingError(.malformed, doing: "read an opened number")
      }
    }
  }

  private func wipe(_ secret: inout SecretBytes) {
    secret.withMutableSpan { span in
      for index in span.indices { span[index] = 0 }
    }
  }
}
