import Auditing
import People
import Sealing

/// Sealed rows in memory, to be swapped and altered.
final class TestRows: SealedRows {
  /// The place of a value.
  struct Place: Hashable {
    var person: Int64
    var kind: SealedKind
    var version: Int
  }

  var values: [Place: SealedValue] = [:]
  var wraps: [Place: [Int: StoredWrap]] = [:]
  var lockboxes: [Int64: Lockbox] = [:]

  func withValue(
    person: Int64, kind: SealedKind, version: Int,
    _ body: (_ sealed: Span<UInt8>, _ commitment: Span<UInt8>) throws(SealingError) -> Void
  ) throws(SealingError) {
    guard let value = values[Place(person: person, kind: kind, version: version)] else {
      throw SealingError(.missing, doing: "read a value")
    }
    try value.withParts(body)
  }

  func withWrap(
    person: Int64, kind: SealedKind, version: Int, keyNumber: Int,
    _ body: (
      _ lockboxRow: Int64, _ declaration: Span<UInt8>, _ sealed: Span<UInt8>
    ) throws(SealingError) -> Void
  ) throws(SealingError) {
    guard let wrap = wraps[Place(person: person, kind: kind, version: version)]?[keyNumber] else {
      throw SealingError(.missing, doing: "read a wrap")
    }
    try body(wrap.lockboxRow, wrap.declaration.span, wrap.sealed.span)
  }

  func lockbox(row: Int64) throws(SealingError) -> Lockbox {
    guard let lockbox = lockboxes[row] else {
      throw SealingError(.missing, doing: "read a lockbox")
    }
    return lockbox
  }

  /// Stores what a sealer made; `base` is the row of its first lockbox.
  func store(
    _ sealed: (value: SealedValue, wraps: SealedWraps), at place: Place,
    declaration: DeclarationID, from sealer: CollectionSealer, base: Int64
  ) {
    values[place] = sealed.value
    store(sealed.wraps, at: place, declaration: declaration, from: sealer, base: base)
  }

  /// Stores wraps alone.
  func store(
    _ wraps: SealedWraps, at place: Place, declaration: DeclarationID,
    from sealer: CollectionSealer, base: Int64
  ) {
    for (ordinal, lockbox) in sealer.madeLockboxes.enumerated() {
      lockboxes[base + Int64(ordinal)] = lockbox
    }
    for wrap in wraps.all {
      self.wraps[place, default: [:]][wrap.keyNumber] = StoredWrap(
        lockboxRow: base + Int64(wrap.lockboxOrdinal), declaration: declaration.bytes,
        sealed: wrap.sealed)
    }
  }

  /// Puts another wrap in the place of one.
  func replaceWrap(
    at place: Place, _ keyNumber: Int, lockboxRow: Int64? = nil, declaration: [UInt8]? = nil,
    sealed: [UInt8]? = nil
  ) {
    guard let old = wraps[place]?[keyNumber] else { return }
    wraps[place]?[keyNumber] = StoredWrap(
      lockboxRow: lockboxRow ?? old.lockboxRow, declaration: declaration ?? old.declaration,
      sealed: sealed ?? old.sealed)
  }
}
