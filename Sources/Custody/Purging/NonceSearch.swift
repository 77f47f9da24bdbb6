internal import Secrets

/// Looks for nonces in bytes that come chunk by chunk.
///
/// Each byte costs a few operations however many nonces are looked for: a table of bits, at least 32
/// times as many as nonces, tells which of the last twelve bytes are worth a look at the set.
struct NonceSearch {
  /// What is looked for.
  let wanted: Set<NonceBytes>
  /// What was found of it.
  private(set) var found: Set<NonceBytes> = []
  /// How many bytes were looked at.
  private(set) var count = 0
  private let bits: [UInt64]
  private let shift: Int
  private var last = NonceBytes()
  /// How many bytes of this file are still to come before twelve are there.
  private var missing = AESGCM.nonceCount

  /// - Parameter nonces: What is not twelve bytes long is passed over.
  init(for nonces: [[UInt8]]) {
    wanted = Set(nonces.compactMap(NonceBytes.init))
    var width = 16
    while width < 32, 1 << width < 32 * wanted.count { width += 1 }
    shift = UInt64.bitWidth - width
    var bits = [UInt64](repeating: 0, count: 1 << (width - 6))
    for nonce in wanted {
      let place = nonce.place(shift)
      bits[place >> 6] |= 1 << UInt64(place & 63)
    }
    self.bits = bits
  }

  /// What comes now follows no bytes.
  mutating func startFile() { missing = AESGCM.nonceCount }

  /// Looks at the bytes that follow.
  mutating func look(at chunk: Span<UInt8>) {
    count += chunk.count
    let (shift, table) = (shift, self.bits)
    let bits = table.span
    var last = last
    for place in chunk.indices {
      last.push(chunk[place])
      if missing > 1 {
        missing -= 1
        continue
      }
      let bit = last.place(shift)
      if bits[bit >> 6] >> UInt64(bit & 63) & 1 == 1, wanted.contains(last) { found.insert(last) }
    }
    self.last = last
  }
}
