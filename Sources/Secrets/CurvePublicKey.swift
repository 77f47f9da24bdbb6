/// A public key of a curve, as its 32 bytes.
public struct CurvePublicKey<Curve: CurveName>: Hashable, Sendable {
  public let bytes: [UInt8]

  /// Takes the 32 bytes; throws `.badLength` for another count.
  ///
  /// Any 32 bytes are a key here; a use of the key says whether it is a point.
  public init(_ bytes: [UInt8]) throws(SecretsError) {
    guard bytes.count == CurveKey<Curve>.count else { throw SecretsError(.badLength) }
    self.bytes = bytes
  }
}
