internal import Secrets

/// A JSON value in the canonical form of RFC 8785, without fractions.
///
/// Integers are within ±(2^53 - 1), the range in which every JSON reader agrees. Keys that differ
/// only in Unicode composition count as the same key and are refused.
public enum CanonicalValue: Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case string(String)
  case array([CanonicalValue])
  case object([String: CanonicalValue])

  /// How deep arrays and objects may stand in each other.
  public static let depthLimit = 16
  /// The largest integer that may be written: 2^53 - 1.
  public static let integerLimit = 1 << 53 - 1

  /// Reads a value from its canonical bytes.
  ///
  /// - Throws: `JSONError` `.malformed` for what is not JSON in UTF-8, has a key twice, a fraction,
  ///   an integer out of range or more than 16 levels; `.notCanonical` for bytes that `encoded()`
  ///   would not write.
  public init(parsing bytes: Span<UInt8>) throws(JSONError) {
    let bytes = Array(copying: bytes)
    try self.init(json: bytes)
    guard encoded() == bytes else {
      throw JSONError(code: .notCanonical, line: 0, column: 0, detail: "")
    }
  }

  /// Reads a value from any JSON (RFC 8259) of it: spaces, escapes and the order of keys are free.
  ///
  /// - Throws: `JSONError` `.malformed`, as `init(parsing:)`.
  public init(json bytes: [UInt8]) throws(JSONError) {
    var parser = CanonicalParser(bytes)
    self = try parser.document()
  }

  /// The canonical bytes: no spaces, keys in the order of their UTF-16 code units.
  public func encoded() -> [UInt8] {
    var writer = CanonicalWriter(capacity: 256)
    writer.append(self)
    return writer.finish()
  }
}

extension CanonicalValue: Hashable {
  // Strings compare by canonical equivalence in Swift; values here are equal as bytes only.
  public static func == (left: CanonicalValue, right: CanonicalValue) -> Bool {
    left.encoded() == right.encoded()
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(encoded()) }
}
