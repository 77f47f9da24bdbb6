internal import JSON

/// A row that was overwritten, as the log and a certificate of disposal name it.
public struct DestroyedRow: Hashable, Sendable {
  /// What it was, such as `wrap` or `number`.
  public let table: String
  /// Its id, which is never used again.
  public let id: Int
  /// The nonce of what it held, 12 bytes, by which it can be looked for.
  public let nonce: [UInt8]

  init(_ value: CanonicalValue) throws(AuditingError) {
    var members = try MemberReader(value)
    table = try members.string("table")
    id = try members.integer("id")
    nonce = try members.base64("nonce", count: 12)
    try members.end()
  }
}
