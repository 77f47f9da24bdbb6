/// One version of a person's sealed number.
public struct NumberRow: Equatable, Sendable {
  public let id: Int64
  public let person: Int64
  public let version: Int
  /// Nonce, ciphertext and tag (40 bytes); zeros once erased.
  public let sealed: [UInt8]
  /// The commitment of the data key (32 bytes).
  public let commitment: [UInt8]
  public let isErased: Bool

  public init(
    id: Int64, person: Int64, version: Int, sealed: [UInt8], commitment: [UInt8], isErased: Bool
  ) {
    self.id = id
    self.person = person
    self.version = version
    self.sealed = sealed
    self.commitment = commitment
    self.isErased = isErased
  }
}
