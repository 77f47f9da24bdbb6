public import People
public import Secrets

/// Gives the entries of one commit their places, salts and bytes, and signs the checkpoint after
/// them.
///
/// It holds the log's compact range, so a commit costs one leaf hash an entry, whatever the log's
/// size; of many entries another thread makes them.
public struct CommitBuilder: ~Copyable {
  private let time: Timestamp
  private let timeText: String
  private let random: RandomBytes
  private var leaves: LeafHashing
  private var hashing: SHA256Context
  private var salt = [UInt8](repeating: 0, count: 16)

  /// Continues a log of which the compact range is known.
  public init(after frontier: MerkleFrontier, time: Timestamp, random: RandomBytes)
    throws(AuditingError)
  {
    leaves = LeafHashing(after: frontier)
    self.time = time
    timeText = time.iso
    self.random = random
    hashing = try SHA256Context.make()
  }

  /// The index of the entry that is added next.
  public var nextIndex: Int { leaves.size }

  /// The compact range after the entries added.
  ///
  /// - Throws: `.cryptography`.
  public var currentFrontier: MerkleFrontier {
    mutating get throws(AuditingError) { try leaves.finish() }
  }

  /// Places an entry and returns its exact bytes, to be stored at the index before the call.
  ///
  /// - Throws: `.malformed` for a change of authority, which needs a signer.
  public mutating func add(_ content: EntryContent) throws(AuditingError) -> [UInt8] {
    guard content.authority == nil else { throw AuditingError(.malformed, detail: "authority") }
    let random = self.random
    do throws(SecretsError) {
      var out = salt.mutableSpan
      try random.fill(&out)
    } catch {
      throw AuditingError(.cryptography(error))
    }
    var writer = EntryWriter(capacity: 768)
    writer.write(content, index: leaves.size, time: timeText, salt: salt)
    return try take(writer.finish())
  }

  /// Places a change of authority, signed by its actor.
  public mutating func add(
    _ content: EntryContent, signedBy signer: borrowing Signer
  ) throws(AuditingError) -> [UInt8] {
    let bare = try place(content)
    let signature: [UInt8]
    do throws(SecretsError) {
      signature = try signer.key.sign(bare.signedBytes().span)
    } catch {
      throw AuditingError(.cryptography(error))
    }
    let entry = Entry(
      content: content, index: bare.index, time: bare.time, salt: bare.salt, signature: signature)
    return try take(entry.canonicalBytes(time: timeText))
  }

  /// The checkpoint of the log with the entries added, signed by the acting user.
  public mutating func checkpoint(
    origin: String, signedBy signer: borrowing Signer
  ) throws(AuditingError) -> [UInt8] {
    let frontier = try leaves.finish()
    let checkpoint = try Checkpoint(
      origin: origin, size: frontier.size, root: try frontier.root(using: &hashing))
    let name = SignedCheckpoint.signerName(origin: origin, user: signer.id)
    return try SignedCheckpoint.sign(checkpoint, name: name, key: signer.key).text
  }

  private func place(_ content: EntryContent) throws(AuditingError) -> Entry {
    do throws(SecretsError) {
      return Entry(
        content: content, index: leaves.size, time: time, salt: try random.bytes(16))
    } catch {
      throw AuditingError(.cryptography(error))
    }
  }

  private mutating func take(_ bytes: [UInt8]) throws(AuditingError) -> [UInt8] {
    try leaves.append(bytes)
    return bytes
  }
}
