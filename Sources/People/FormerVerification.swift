/// On what ground a number that was changed since had been taken to be the person's.
public struct FormerVerification: Hashable, Sendable {
  /// The version of the number.
  public let version: Int
  /// The ground.
  public let verification: Verification

  /// Describes the ground of a version.
  public init(version: Int, verification: Verification) {
    self.version = version
    self.verification = verification
  }
}

extension FormerVerification {
  /// The fewest bytes of an encoded one.
  static let smallest = 9

  func write(to writer: inout RecordWriter) {
    writer.integer(version)
    verification.write(to: &writer)
  }

  init(
    _ reader: inout RecordReader, _ bytes: Span<UInt8>, remembering memory: inout RecordMemory
  ) throws(PeopleError) {
    version = try reader.integer(bytes)
    verification = try Verification(&reader, bytes, remembering: &memory)
  }
}
