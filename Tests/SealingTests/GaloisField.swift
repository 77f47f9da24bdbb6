/// A value of the field in which GCM computes its tags (SP 800-38D, 6.3), as two halves.
struct GaloisValue: Equatable {
  var high: UInt64 = 0
  var low: UInt64 = 0

  /// The bit of x^0 is the highest.
  static let one = GaloisValue(high: 1 << 63, low: 0)

  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Reads up to 16 bytes, filled up with zeros.
  init(_ bytes: some Collection<UInt8>) {
    for (place, byte) in bytes.prefix(16).enumerated() {
      if place < 8 {
        high |= UInt64(byte) << (56 - 8 * place)
      } else {
        low |= UInt64(byte) << (120 - 8 * place)
      }
    }
  }

  var bytes: [UInt8] {
    (0..<16).map {
      UInt8(truncatingIfNeeded: $0 < 8 ? high >> (56 - 8 * $0) : low >> (120 - 8 * $0))
    }
  }

  static func ^ (left: GaloisValue, right: GaloisValue) -> GaloisValue {
    GaloisValue(high: left.high ^ right.high, low: left.low ^ right.low)
  }

  static func * (left: GaloisValue, right: GaloisValue) -> GaloisValue {
    var product = GaloisValue(high: 0, low: 0)
    var shifted = right
    for bit in 0..<128 {
      let word = bit < 64 ? left.high << bit : left.low << (bit - 64)
      if word >> 63 == 1 { product = product ^ shifted }
      let carry = shifted.low & 1
      shifted.low = shifted.low >> 1 | shifted.high << 63
      shifted.high = shifted.high >> 1 ^ (carry == 1 ? 0xE1 << 56 : 0)
    }
    return product
  }

  func power(_ exponent: Int) -> GaloisValue {
    (0..<exponent).reduce(.one) { product, _ in product * self }
  }

  /// By Fermat: the power 2^128 - 2.
  var inverse: GaloisValue {
    var result = GaloisValue.one
    var square = self
    for _ in 1..<128 {
      square = square * square
      result = result * square
    }
    return result
  }
}
