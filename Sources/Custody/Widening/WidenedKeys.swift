internal import Auditing
internal import People
internal import Rules
internal import Sealing
internal import Storage

/// Data keys wrapped for further keys, on their way into the keys file; nothing in it is plain.
struct WidenedKeys {
  private let items: [WideningItem]
  /// One wrap for each item, in its order.
  private let wraps: [SealedWraps]
  private let lockboxes: [Lockbox]

  /// Nothing to store.
  static let none = WidenedKeys([], [], [])

  init(_ items: [WideningItem], _ wraps: [SealedWraps], _ lockboxes: [Lockbox]) {
    self.items = items
    self.wraps = wraps
    self.lockboxes = lockboxes
  }

  /// Whether there is nothing to store.
  var isEmpty: Bool { items.isEmpty }

  /// Adds the batch's own entry, which pins the new lockboxes, and stores lockboxes and wraps.
  ///
  /// It goes before whatever else the transaction changes of the people. The transaction touches the
  /// keys file unless there is nothing to store.
  ///
  /// - Throws: `.busy` if somebody else changed a person meanwhile.
  func store(
    in transaction: Transaction, of vault: Vault, under content: EntryContent
  ) throws(CustodyError) {
    var content = content
    content.touchesKeys = !isEmpty
    let rows = try transaction.add(content, pinning: lockboxes)
    try CustodyError.gathering {
      for (item, wraps) in zip(items, wraps) { try store(wraps, of: item, rows, vault.store) }
    }
  }

  /// Of a share, one wrap of a number lies under its key, whatever lay there before.
  private func makeRoom(for item: WideningItem, key: Int, _ store: any VaultStore) throws {
    guard !item.target.isOwn else { return }
    _ = try store.eraseWraps(
      person: item.person.row, object: .number, version: item.record.currentVersion,
      key: Int64(key))
  }

  private func store(
    _ wraps: SealedWraps, of item: WideningItem, _ lockboxRows: [Int64], _ store: any VaultStore
  ) throws {
    guard try store.person(id: item.person.row)?.pin == item.person.pin,
      let declaration = item.record.declaration(covering: item.target.purpose.rawValue)?.id.bytes
    else { throw CustodyError(.busy) }
    try wraps.forEach { key, ordinal, sealed in
      try makeRoom(for: item, key: key, store)
      _ = try store.insertWrap(
        person: item.person.row, object: .number, version: item.record.currentVersion,
        key: Int64(key), lockbox: lockboxRows[ordinal], declaration: declaration.span,
        sealed: sealed)
    }
  }
}
