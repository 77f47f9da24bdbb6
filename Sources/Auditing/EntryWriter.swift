internal import JSON
internal import People

/// Writes an entry's members in the order of RFC 8785, straight to bytes.
///
/// A log line is written for every number read, so no dictionary is built on the way.
struct EntryWriter {
  private var json: CanonicalWriter

  init(capacity: Int) { json = CanonicalWriter(capacity: capacity) }

  /// - Parameter time: The entry's time as text, which the entries of one commit share.
  mutating func write(
    _ content: EntryContent, index: Int, time: String, salt: [UInt8], signature: [UInt8]? = nil
  ) {
    json.beginObject()
    json.member("action", content.action)
    json.member("actor", content.actor)
    optional("article", content.article)
    if let authority = content.authority { json.member("authority", authority.value) }
    optional("checkpoint", content.checkpoint)
    optional("count", content.count)
    if let declaration = content.declaration { json.memberHex("declaration", declaration.bytes) }
    if !content.detail.isEmpty { json.member("detail", .object(content.detail)) }
    optional("form", content.form)
    json.member("index", index)
    if content.touchesKeys { json.member("keys", .bool(true)) }
    if !content.lockboxes.isEmpty { json.member("lockboxes", lockboxes(content)) }
    json.member("outcome", content.outcome.rawValue)
    optional("person", content.person)
    optional("policy", content.policy)
    optional("purpose", content.purpose)
    optional("reason", content.reason)
    optional("recipient", content.recipient)
    optional("role", content.role)
    optionalHex("row", content.row)
    optional("rule", content.rule)
    json.memberHex("salt", salt)
    if let signature { json.memberBase64("signature", signature) }
    json.member("time", time)
    optional("version", content.version)
    json.endObject()
  }

  consuming func finish() -> [UInt8] { json.finish() }

  private func lockboxes(_ content: EntryContent) -> CanonicalValue {
    .object(content.lockboxes.mapValues { .string(Hex.encode($0)) })
  }

  private mutating func optional(_ key: StaticString, _ value: String?) {
    if let value { json.member(key, value) }
  }

  private mutating func optional(_ key: StaticString, _ value: Int?) {
    if let value { json.member(key, value) }
  }

  private mutating func optionalHex(_ key: StaticString, _ value: [UInt8]?) {
    if let value { json.memberHex(key, value) }
  }
}
