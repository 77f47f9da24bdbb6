internal import JSON

/// The four kinds of lines that an exported log has, each in its one encoding.
///
/// The writer and the verifier share these, so that what is verified is what would be written.
enum LogLine {
  static let format = "mynumber-log-1"
  static let end = UInt8(ascii: "\n")
  static let entryStart: StaticString = "{\"entry\":"
  static let checkpointStart: StaticString = "{\"checkpoint\":"

  static let closingStart: StaticString = "{\"checkpoints\":"

  static func header(origin: String) -> [UInt8] {
    var json = CanonicalWriter(capacity: 128)
    json.beginObject()
    json.member("format", format)
    json.member("origin", origin)
    json.endObject()
    return json.finish() + [end]
  }

  static func entry(_ bytes: [UInt8], index: Int, leaf: MerkleHash) -> [UInt8] {
    var json = CanonicalWriter(capacity: bytes.count + 128)
    json.beginObject()
    json.memberRaw("entry", bytes)
    json.member("index", index)
    json.memberHex("leaf", leaf.bytes)
    json.endObject()
    return json.finish() + [end]
  }

  static func checkpoint(_ text: String, size: Int) -> [UInt8] {
    var json = CanonicalWriter(capacity: text.utf8.count + 64)
    json.beginObject()
    json.member("checkpoint", text)
    json.member("size", size)
    json.endObject()
    return json.finish() + [end]
  }

  /// The last line, by which what was lost by accident shows without anything from outside.
  ///
  /// It is no proof: whoever cuts a log can write another.
  static func closing(entries: Int, checkpoints: Int) -> [UInt8] {
    var json = CanonicalWriter(capacity: 64)
    json.beginObject()
    json.member("checkpoints", checkpoints)
    json.member("entries", entries)
    json.endObject()
    return json.finish() + [end]
  }
}
