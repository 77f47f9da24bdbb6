/// The 16 random bytes that name a person for ever, whatever its code becomes.
public struct PersonID: Hashable, Sendable {
  let raw: Bytes16

  init(raw: Bytes16) { self.raw = raw }

  /// Takes exactly 16 bytes; throws `.identifierLength` otherwise.
  public init(_ bytes: Span<UInt8>) throws(PeopleError) { raw = try Bytes16(bytes) }

  /// Takes exactly 16 bytes; throws `.identifierLength` otherwise.
  public init(_ bytes: [UInt8]) throws(PeopleError) { raw = try Bytes16(bytes.span) }

  /// The 16 bytes.
  public var bytes: [UInt8] { raw.bytes }

  /// 32 lower-case hexadecimal digits.
  public var hex: String { raw.hex }
}
