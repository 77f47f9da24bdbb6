import Secrets

/// One ciphertext that AES-GCM opens under two keys: the attack that commitments are there for.
///
/// GCM's tag is a polynomial over the ciphertext's blocks. With one block free, the tags under two
/// keys are made equal by solving one linear equation (Dodis et al., CRYPTO 2018, section 3).
enum TwoKeyCiphertext {
  private static let nonce = [UInt8](repeating: 9, count: 12)
  private static let first = [UInt8](repeating: 0x5A, count: 16)

  /// Nonce, two blocks and the tag on which both keys agree.
  static func make(_ keys: [[UInt8]], associatedData: [UInt8]) throws -> [UInt8] {
    let left = try Key(keys[0], nonce: nonce)
    let right = try Key(keys[1], nonce: nonce)
    let difference =
      left.tag(first, GaloisValue(high: 0, low: 0), associatedData)
      ^ right.tag(first, GaloisValue(high: 0, low: 0), associatedData)
    let free = difference * (left.hash.power(2) ^ right.hash.power(2)).inverse
    return nonce + first + free.bytes + left.tag(first, free, associatedData).bytes
  }

  /// What of a key the tag depends on, found from tags alone.
  private struct Key {
    /// H, the cipher's value of zero.
    let hash: GaloisValue
    /// What is added to every tag under this nonce.
    let mask: GaloisValue

    init(_ key: [UInt8], nonce: [UInt8]) throws {
      mask = try Self.tag(key, nonce, associatedData: [])
      let tag = try Self.tag(key, nonce, associatedData: [UInt8](repeating: 0, count: 16))
      hash = (tag ^ mask) * GaloisValue(high: 128, low: 0).inverse
    }

    private static func tag(
      _ key: [UInt8], _ nonce: [UInt8], associatedData: [UInt8]
    ) throws -> GaloisValue {
      var cipher = try AESGCM()
      var sealed = [UInt8](repeating: 0, count: AESGCM.overhead)
      var out = sealed.mutableSpan
      let nothing: [UInt8] = []
      try cipher.seal(
        nothing.span, key: key.span, nonce: nonce.span, associatedData: associatedData.span,
        into: &out)
      return GaloisValue(sealed.suffix(16))
    }

    func tag(_ first: [UInt8], _ second: GaloisValue, _ associatedData: [UInt8]) -> GaloisValue {
      var sum = GaloisValue(high: 0, low: 0)
      for start in stride(from: 0, to: associatedData.count, by: 16) {
        sum = (sum ^ GaloisValue(associatedData[start...])) * hash
      }
      for block in [
        GaloisValue(first), second, GaloisValue(high: UInt64(8 * associatedData.count), low: 256),
      ] {
        sum = (sum ^ block) * hash
      }
      return sum ^ mask
    }
  }
}
