internal import Secrets

/// A value encrypted under its data key, with the commitment to that key behind it.
public struct SealedValue: Hashable, Sendable {
  /// The sealed value, then the commitment, without anything between them.
  public let bytes: [UInt8]
  /// The length of the sealed value alone: nonce, ciphertext and tag, 28 bytes more than the value.
  public let sealedCount: Int

  /// Takes a value from its bytes; nil unless the sealed value is a part of them.
  public init?(bytes: [UInt8], sealedCount: Int) {
    guard (0...bytes.count).contains(sealedCount) else { return nil }
    self.bytes = bytes
    self.sealedCount = sealedCount
  }

  /// Pairs a ciphertext with its commitment.
  public init(sealed: Span<UInt8>, commitment: Span<UInt8>) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(sealed.count + commitment.count)
    bytes.append(copying: sealed)
    bytes.append(copying: commitment)
    self.bytes = bytes
    sealedCount = sealed.count
  }

  /// Pairs a ciphertext with its commitment.
  public init(sealed: [UInt8], commitment: [UInt8]) {
    bytes = sealed + commitment
    sealedCount = sealed.count
  }

  /// Seals into fresh bytes: `fill` gets room for the sealed value and for its commitment.
  init<Failure>(
    sealedCount: Int, commitmentCount: Int,
    fill: (inout MutableSpan<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    var bytes = [UInt8](repeating: 0, count: sealedCount + commitmentCount)
    var span = bytes.mutableSpan
    try fill(&span)
    self.bytes = bytes
    self.sealedCount = sealedCount
  }

  /// Nonce, ciphertext and tag.
  public var sealed: [UInt8] { Array(bytes[..<sealedCount]) }

  /// `HKDF-Expand(data key, "mynumber v1 commit")`, 32 bytes when it is right.
  public var commitment: [UInt8] { Array(bytes[sealedCount...]) }

  /// Lends both parts.
  public func withParts<R: ~Copyable, Failure>(
    _ body: (_ sealed: Span<UInt8>, _ commitment: Span<UInt8>) throws(Failure) -> R
  ) throws(Failure) -> R {
    let span = bytes.span
    return try body(
      span.extracting(first: sealedCount), span.extracting(droppingFirst: sealedCount))
  }
}
