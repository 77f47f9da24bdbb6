/// A clear document kept under its digest: a policy, the employer file, a notice.
public struct DocumentRow: Equatable, Sendable {
  public let digest: [UInt8]
  public let kind: String
  public let bytes: [UInt8]

  public init(digest: [UInt8], kind: String, bytes: [UInt8]) {
    self.digest = digest
    self.kind = kind
    self.bytes = bytes
  }
}
