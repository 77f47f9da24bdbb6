import Secrets

/// Whether bytes that come in chunks are well-formed UTF-8 (RFC 3629).
struct UTF8Automaton {
  private(set) var isBroken = false
  /// How many continuation bytes are still due, and the bounds of the next one.
  private var due = 0
  private var low: UInt8 = 0x80
  private var high: UInt8 = 0xBF

  /// True when all bytes so far are whole characters.
  var isComplete: Bool { !isBroken && due == 0 }

  mutating func take(_ bytes: Span<UInt8>) {
    if isBroken { return }
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if due == 0 && byte < 0x80 {
        index = bytes.endOfASCII(from: index)
        continue
      }
      index += 1
      step(byte)
      if isBroken { return }
    }
  }

  private mutating func step(_ byte: UInt8) {
    if due > 0 {
      isBroken = byte < low || byte > high
      due -= 1
      (low, high) = (0x80, 0xBF)
      return
    }
    switch byte {
    case 0xC2...0xDF: due = 1
    case 0xE0: (due, low) = (2, 0xA0)
    case 0xED: (due, high) = (2, 0x9F)
    case 0xE1...0xEF: due = 2
    case 0xF0: (due, low) = (3, 0x90)
    case 0xF1...0xF3: due = 3
    case 0xF4: (due, high) = (3, 0x8F)
    default: isBroken = true
    }
  }
}
