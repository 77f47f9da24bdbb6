internal import Auditing
internal import Sealing
internal import Storage

extension Transaction {
  /// Adds a batch's own entry, which pins its lockboxes, and stores them.
  ///
  /// - Returns: Their rows, in their order.
  /// - Throws: `.busy` for one of a generation that is not the newest any more: it was sealed before
  ///   the lock was taken, and a key is rotated so that nothing is sealed to what was before.
  func add(_ content: EntryContent, pinning lockboxes: [Lockbox]) throws(CustodyError) -> [Int64] {
    for lockbox in lockboxes
    where currentAuthority.key(lockbox.key)?.generation != lockbox.generation {
      throw CustodyError(.busy)
    }
    var content = content
    return try CustodyError.gathering {
      for lockbox in lockboxes { content.lockboxes[lockbox.key] = try lockbox.digest() }
      let pin = try add(content)
      return try lockboxes.map { lockbox in
        try vault.store.insertLockbox(
          uid: lockbox.uid.span, key: lockbox.key, generation: lockbox.generation,
          encapsulated: lockbox.encapsulated.span, commitment: lockbox.commitment.span, pin: pin)
      }
    }
  }
}
