internal import JSON
internal import People

/// Takes the members of a canonical object one by one, and insists that none is left.
struct MemberReader {
  private var members: [String: CanonicalValue]

  init(_ value: CanonicalValue) throws(AuditingError) {
    guard case .object(let members) = value else {
      throw AuditingError(.malformed, detail: "not an object")
    }
    self.members = members
  }

  func malformed(_ key: String) -> AuditingError { AuditingError(.malformed, detail: key) }

  mutating func optionalValue(_ key: String) -> CanonicalValue? {
    members.removeValue(forKey: key)
  }

  mutating func optionalString(_ key: String) throws(AuditingError) -> String? {
    guard let value = optionalValue(key) else { return nil }
    guard case .string(let text) = value else { throw malformed(key) }
    return text
  }

  mutating func string(_ key: String) throws(AuditingError) -> String {
    guard let text = try optionalString(key) else { throw malformed(key) }
    return text
  }

  mutating func optionalName(_ key: String) throws(AuditingError) -> String? {
    guard let text = try optionalString(key) else { return nil }
    do throws(AuditingError) {
      return try LoggedName(composed: text).text
    } catch {
      throw malformed(key)
    }
  }

  mutating func name(_ key: String) throws(AuditingError) -> String {
    guard let text = try optionalName(key) else { throw malformed(key) }
    return text
  }

  mutating func optionalInteger(_ key: String) throws(AuditingError) -> Int? {
    guard let value = optionalValue(key) else { return nil }
    guard case .integer(let number) = value else { throw malformed(key) }
    return number
  }

  mutating func integer(_ key: String) throws(AuditingError) -> Int {
    guard let number = try optionalInteger(key) else { throw malformed(key) }
    return number
  }

  mutating func flag(_ key: String) throws(AuditingError) -> Bool {
    guard let value = optionalValue(key) else { return false }
    guard value == .bool(true) else { throw malformed(key) }
    return true
  }

  mutating func optionalObject(
    _ key: String
  ) throws(AuditingError) -> [String: CanonicalValue]? {
    guard let value = optionalValue(key) else { return nil }
    guard case .object(let members) = value, !members.isEmpty else { throw malformed(key) }
    return members
  }

  mutating func optionalHex(_ key: String, count: Int) throws(AuditingError) -> [UInt8]? {
    guard let text = try optionalString(key) else { return nil }
    guard let bytes = Hex.decode(text), bytes.count == count else { throw malformed(key) }
    return bytes
  }

  mutating func hex(_ key: String, count: Int) throws(AuditingError) -> [UInt8] {
    guard let bytes = try optionalHex(key, count: count) else { throw malformed(key) }
    return bytes
  }

  mutating func optionalBase64(_ key: String, count: Int) throws(AuditingError) -> [UInt8]? {
    guard let text = try optionalString(key) else { return nil }
    guard let bytes = Base64.decode(text), bytes.count == count else { throw malformed(key) }
    return bytes
  }

  mutating func base64(_ key: String, count: Int) throws(AuditingError) -> [UInt8] {
    guard let bytes = try optionalBase64(key, count: count) else { throw malformed(key) }
    return bytes
  }

  mutating func required(_ key: String) throws(AuditingError) -> CanonicalValue {
    guard let value = optionalValue(key) else { throw malformed(key) }
    return value
  }

  mutating func optionalDate(_ key: String) throws(AuditingError) -> CalendarDate? {
    guard let text = try optionalString(key) else { return nil }
    guard let date = CalendarDate(parsing: text), date.isoText == text else { throw malformed(key) }
    return date
  }

  mutating func strings(_ key: String) throws(AuditingError) -> [String] {
    guard case .array(let values)? = optionalValue(key) else { throw malformed(key) }
    var texts: [String] = []
    for value in values {
      guard case .string(let text) = value else { throw malformed(key) }
      texts.append(text)
    }
    return texts
  }

  mutating func bool(_ key: String) throws(AuditingError) -> Bool {
    guard case .bool(let flag)? = optionalValue(key) else { throw malformed(key) }
    return flag
  }

  mutating func array(_ key: String) throws(AuditingError) -> [CanonicalValue] {
    guard case .array(let values)? = optionalValue(key) else { throw malformed(key) }
    return values
  }

  /// Takes a member that must be there and may be null.
  mutating func nullableString(_ key: String) throws(AuditingError) -> String? {
    let value = try required(key)
    if value == .null { return nil }
    guard case .string(let text) = value else { throw malformed(key) }
    return text
  }

  mutating func hexObject(_ key: String) throws(AuditingError) -> [String: [UInt8]] {
    guard let members = try optionalObject(key) else { return [:] }
    var digests: [String: [UInt8]] = [:]
    for (name, value) in members {
      guard case .string(let text) = value, let bytes = Hex.decode(text), bytes.count == 32 else {
        throw malformed(key)
      }
      digests[name] = bytes
    }
    return digests
  }

  /// Refuses members that nobody asked for.
  func end() throws(AuditingError) {
    guard members.isEmpty else { throw malformed("a member that the format does not know") }
  }
}
