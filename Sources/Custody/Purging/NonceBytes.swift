internal import Secrets

/// The twelve bytes of a nonce as two integers, big-endian.
struct NonceBytes: Hashable {
  private var first: UInt64 = 0
  private var rest: UInt32 = 0

  /// Zeros.
  init() {}

  /// - Returns: nil for what is not twelve bytes long.
  init?(_ bytes: [UInt8]) {
    guard bytes.count == AESGCM.nonceCount else { return nil }
    for byte in bytes { push(byte) }
  }

  /// Drops the first byte and adds one at the end.
  mutating func push(_ byte: UInt8) {
    first = first << 8 | UInt64(rest >> 24)
    rest = rest << 8 | UInt32(byte)
  }

  /// Its place in a table of 2^(64 − shift) places; nonces are random, what is looked through is not.
  func place(_ shift: Int) -> Int {
    Int((first &* 0x9E37_79B9_7F4A_7C15) >> UInt64(shift))
  }
}
