public import People

/// An entry that declares that a backup was put in the place of a log, which was given up with it.
public struct DeclaredRestore: Hashable, Sendable {
  /// Its index: from there on the log that was given up was another.
  public let index: Int
  /// Who declares it.
  public let actor: String
  /// When.
  public let time: Timestamp
  /// The newest checkpoint known of what was given up.
  public let abandoned: SignedCheckpoint

  /// - Returns: nil for an entry that has no checkpoint.
  /// - Throws: `AuditingError` `.malformed` for a text that is none.
  init?(_ entry: Entry) throws(AuditingError) {
    guard let text = entry.content.checkpoint else { return nil }
    // It is shown before a checkpoint vouches for it.
    guard entry.content.actor.utf8.count <= 20, entry.content.actor.utf8.allSatisfy(Self.isPlain)
    else { throw AuditingError(.malformed, detail: "actor of a restore") }
    (index, actor, time) = (entry.index, entry.content.actor, entry.time)
    abandoned = try SignedCheckpoint(parsing: Array(text.utf8))
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
  }

  /// Which entries of a log that somebody knows were given up, and by whom.
  ///
  /// It is certain only of the very checkpoint that was given up: of what was before it, nobody can say
  /// without that log whether it was the same one.
  fileprivate func loss(of size: Int, _ root: MerkleHash) -> String {
    let known = min(size, max(abandoned.checkpoint.size, index))
    let by = "the restore that entry \(index) declares (\(actor), \(time.iso))"
    let isCertain = abandoned.checkpoint.size == size && abandoned.checkpoint.root == root
    let verb = isCertain ? "were" : "may have been"
    let given = "entries \(index) to \(known - 1) \(verb) given up by \(by)"
    if known == size { return given }
    let rest = "entries \(known) to \(size - 1) by none"
    return known > index ? given + ", " + rest : rest + ", not by " + by
  }

  /// Whether it gave up a log of at least so many entries, or just this one.
  fileprivate func mayHaveGivenUp(_ size: Int) -> Bool {
    index < size && abandoned.checkpoint.size >= size
  }
}

extension [DeclaredRestore] {
  /// What the restores declare of a log of which a checkpoint is known that theirs does not contain; nil
  /// if none of them begins before its end.
  public func loss(of known: Checkpoint) -> String? { loss(of: known.size, known.root) }

  /// The same of a place in a log.
  func loss(of known: LogPosition) -> String? { loss(of: known.size, known.root) }

  private func loss(of size: Int, _ root: MerkleHash) -> String? {
    let given = first {
      $0.abandoned.checkpoint.size == size && $0.abandoned.checkpoint.root == root
    }
    if let given { return given.loss(of: size, root) }
    let possible = filter { $0.mayHaveGivenUp(size) }
    if !possible.isEmpty {
      return possible.map { $0.loss(of: size, root) }.joined(separator: ", or ")
    }
    return filter { $0.index < size }
      .max { $0.abandoned.checkpoint.size < $1.abandoned.checkpoint.size }?.loss(of: size, root)
  }
}
