internal import JSON
internal import People

extension Entry {
  /// Reads an entry from its exact bytes.
  ///
  /// - Throws: `AuditingError` `.notCanonical` or `.malformed`; a member that the format does not
  ///   know is `.malformed`, so that no fact can hide in an entry.
  public init(parsing bytes: Span<UInt8>) throws(AuditingError) {
    var members = try MemberReader(CanonicalValue(canonical: bytes))
    var content = EntryContent(
      action: try members.string("action"), actor: try members.string("actor"),
      outcome: try members.outcome())
    content.article = try members.optionalString("article")
    content.authority = try members.optionalValue("authority").map(AuthorityStatement.init)
    content.checkpoint = try members.optionalString("checkpoint")
    content.count = try members.optionalInteger("count")
    content.declaration = try members.optionalDeclaration("declaration")
    content.detail = try members.optionalObject("detail") ?? [:]
    content.form = try members.optionalString("form")
    content.touchesKeys = try members.flag("keys")
    content.lockboxes = try members.hexObject("lockboxes")
    content.person = try members.optionalString("person")
    content.policy = try members.optionalHex("policy", count: 32).map(Hex.encode)
    content.purpose = try members.optionalString("purpose")
    content.reason = try members.optionalFreeText("reason")
    content.recipient = try members.optionalString("recipient")
    content.role = try members.optionalString("role")
    content.row = try members.optionalHex("row", count: 32)
    content.rule = try members.optionalString("rule")
    content.version = try members.optionalInteger("version")
    let index = try members.integer("index")
    let salt = try members.hex("salt", count: 16)
    let signature = try members.optionalBase64("signature", count: 64)
    // Of anything else a signature would be unchecked bytes.
    guard (signature == nil) == (content.authority == nil) else {
      throw members.malformed("signature")
    }
    let time = try members.timestamp("time")
    try members.end()
    self.init(content: content, index: index, time: time, salt: salt, signature: signature)
  }
}

extension MemberReader {
  fileprivate mutating func outcome() throws(AuditingError) -> Outcome {
    guard let outcome = Outcome(rawValue: try string("outcome")) else { throw malformed("outcome") }
    return outcome
  }

  fileprivate mutating func timestamp(_ key: String) throws(AuditingError) -> Timestamp {
    let text = try string(key)
    guard let time = Timestamp(iso: text), time.iso == text else { throw malformed(key) }
    return time
  }

  fileprivate mutating func optionalFreeText(_ key: String) throws(AuditingError) -> String? {
    guard let text = try optionalString(key) else { return nil }
    guard FreeText.fault(in: text, limit: FreeText.limit) == nil else { throw malformed(key) }
    return text
  }

  fileprivate mutating func optionalDeclaration(
    _ key: String
  ) throws(AuditingError) -> DeclarationID? {
    guard let bytes = try optionalHex(key, count: 16) else { return nil }
    do throws(PeopleError) {
      return try DeclarationID(bytes)
    } catch {
      throw malformed(key)
    }
  }
}

extension Entry {
  /// Whether an entry's action is this one, told from its bytes without parsing them; the literal
  /// stands in its JSON quotes.
  public static func action(of bytes: Span<UInt8>, is quoted: StaticString) -> Bool {
    guard let outline = EntryOutline(bytes), let action = outline.action else { return false }
    return EntryOutline.equal(bytes, action, quoted)
  }

  /// Whether an entry changes who may do what, told from its bytes without parsing them.
  public static func changesAuthority(_ bytes: Span<UInt8>) -> Bool {
    EntryOutline(bytes)?.hasAuthority ?? false
  }
}
