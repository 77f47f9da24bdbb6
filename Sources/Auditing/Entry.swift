public import People
internal import Secrets

/// One line of the access log with its place, time and salt.
public struct Entry: Hashable, Sendable {
  /// What it says.
  public let content: EntryContent
  /// Its place in the log, from 0.
  public let index: Int
  /// When it was written.
  public let time: Timestamp
  /// 16 random bytes, so that the leaf's hash tells nothing without the entry.
  public let salt: [UInt8]
  /// The Ed25519 signature of a change of authority, 64 bytes.
  public let signature: [UInt8]?

  init(
    content: EntryContent, index: Int, time: Timestamp, salt: [UInt8], signature: [UInt8]? = nil
  ) {
    self.content = content
    self.index = index
    self.time = time
    self.salt = salt
    self.signature = signature
  }

  /// The exact bytes that are stored and hashed: canonical JSON (RFC 8785).
  public func canonicalBytes() -> [UInt8] { canonicalBytes(time: time.iso) }

  /// The same, for one who has the time as text already.
  func canonicalBytes(time: String) -> [UInt8] {
    var writer = EntryWriter(capacity: 512)
    writer.write(content, index: index, time: time, salt: salt, signature: signature)
    return writer.finish()
  }

  /// What an authority entry's signature covers: a label, then the entry without its signature.
  func signedBytes() -> [UInt8] {
    let bare = Entry(content: content, index: index, time: time, salt: salt)
    return Array("mynumber v1 authority\n".utf8) + bare.canonicalBytes()
  }
}
