/// A value encrypted under its data key, with the commitment to that key beside it.
public struct SealedValue: Hashable, Sendable {
  /// Nonce, ciphertext and tag: 28 bytes more than the value.
  public let sealed: [UInt8]
  /// `HKDF-Expand(data key, "mynumber v1 commit")`, 32 bytes.
  public let commitment: [UInt8]

  /// Pairs a ciphertext with its commitment.
  public init(sealed: [UInt8], commitment: [UInt8]) {
    self.sealed = sealed
    self.commitment = commitment
  }
}
