internal import Auditing
internal import Rules
internal import Sealing

/// What a session holds for a purpose, worked out once for the queries of a batch.
final class PurposeAccess {
  /// The key by which the session opens what is sealed for the purpose.
  let key: PurposeKey
  /// Whether the session holds its private half; of a contractor's key, whose former generations
  /// open nothing any more, that of the present generation.
  let isHeld: Bool
  /// The key's number in the log; nil if the log has no such key.
  let keyNumber: Int64?

  init(through key: PurposeKey, of session: Session) {
    self.key = key
    let present = session.vault.authority.key(key.name)
    isHeld =
      key.isOwn
      ? session.keyRing.holds(key.name)
      : present.map { session.keyRing.key(key.name, generation: $0.generation) != nil } ?? false
    keyNumber = present.map { Int64($0.number) }
  }

  var purpose: PurposeID { key.purpose }
}
