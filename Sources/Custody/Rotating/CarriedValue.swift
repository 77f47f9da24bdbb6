internal import People
internal import Sealing
internal import Storage

/// A sealed value with its new wraps, on its way into the files; nothing in it is plain.
struct CarriedValue {
  /// Which value it is.
  struct Place: Hashable {
    let person: Int64
    let kind: SealedKind
    let version: Int

    init(_ wrap: WrapHeader) {
      person = wrap.person
      kind = SealedKind(stored: wrap.object)
      version = wrap.version
    }

    /// A word for it in a message.
    var name: String {
      switch kind {
      case .number: "number, version \(version)"
      case .profile: "profile"
      case .evidence: "evidence, version \(version)"
      case .secondEntry: "second entry, version \(version)"
      }
    }
  }

  private let place: Place
  /// The key whose wraps go; nil for all of the value's.
  private let replaced: Int64?
  /// The new ciphertext, if there is one.
  private let value: SealedValue?
  /// The new wraps; none for what opens nothing any more.
  let wraps: [SealedWraps]
  private let targets: [WrapTarget]

  /// A value whose wraps under one key are replaced.
  init(_ place: Place, of key: Int, wraps: [SealedWraps] = [], for targets: [WrapTarget] = []) {
    self.place = place
    replaced = Int64(key)
    value = nil
    self.wraps = wraps
    self.targets = targets
  }

  /// A value that is sealed anew, with all its wraps.
  init(_ place: Place, _ value: SealedValue, wraps: [SealedWraps], for targets: [WrapTarget]) {
    self.place = place
    replaced = nil
    self.value = value
    self.wraps = wraps
    self.targets = targets
  }

  /// Overwrites what was, and stores what takes its place.
  func store(in store: any VaultStore, _ lockboxes: [Int64]) throws(CustodyError) {
    do throws(StorageError) {
      _ = try store.eraseWraps(
        person: place.person, object: place.kind.stored, version: place.version, key: replaced)
      for (wraps, target) in zip(wraps, targets) {
        try insert(wraps, under: target, in: store, lockboxes)
      }
      try value?.withParts { (sealed, commitment) throws(StorageError) in
        try replace(sealed, commitment, in: store)
      }
    } catch {
      throw CustodyError(error)
    }
  }

  private func insert(
    _ wraps: SealedWraps, under target: WrapTarget, in store: any VaultStore, _ lockboxes: [Int64]
  ) throws(StorageError) {
    let declaration = target.declaration.bytes
    try wraps.forEach { (key, ordinal, sealed) throws(StorageError) in
      _ = try store.insertWrap(
        person: place.person, object: place.kind.stored, version: place.version, key: Int64(key),
        lockbox: lockboxes[ordinal], declaration: declaration.span, sealed: sealed)
    }
  }

  private func replace(
    _ sealed: Span<UInt8>, _ commitment: Span<UInt8>, in store: any VaultStore
  ) throws(StorageError) {
    let (person, version) = (place.person, place.version)
    switch place.kind {
    case .number:
      try store.replaceNumber(
        person: person, version: version, sealed: sealed, commitment: commitment)
    case .secondEntry:
      try store.replaceSecondEntry(
        person: person, version: version, sealed: sealed, commitment: commitment)
    case .profile:
      try store.updateProfile(
        id: person, profile: sealed, commitment: commitment, version: version)
    case .evidence:
      try store.putEvidence(
        person: person, version: version, sealed: sealed, commitment: commitment)
    }
  }
}

extension SealedKind {
  fileprivate init(stored: WrapObject) {
    self =
      switch stored {
      case .number: .number
      case .profile: .profile
      case .evidence: .evidence
      case .secondEntry: .secondEntry
      }
  }
}
