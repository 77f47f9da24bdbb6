/// One sealed record of how an identity was verified.
public struct EvidenceRow: Equatable, Sendable {
  public let id: Int64
  public let person: Int64
  public let version: Int
  public let sealed: [UInt8]
  /// The commitment of the data key (32 bytes).
  public let commitment: [UInt8]

  public init(id: Int64, person: Int64, version: Int, sealed: [UInt8], commitment: [UInt8]) {
    self.id = id
    self.person = person
    self.version = version
    self.sealed = sealed
    self.commitment = commitment
  }
}
