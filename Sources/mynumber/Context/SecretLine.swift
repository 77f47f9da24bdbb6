import Glibc

/// Reads a typed line key by key.
enum SecretLine {
  private static let interrupts: [UInt8] = [0x03, 0x1C]
  private static let endOfInput: UInt8 = 0x04
  private static let eraseKeys: [UInt8] = [0x08, 0x7F]
  private static let eraseLine: UInt8 = 0x15

  /// Fills `out` and gives the count of bytes; nil when interrupted or at the end of input.
  static func read(_ descriptor: Int32, into out: inout MutableSpan<UInt8>) -> Int? {
    var count = 0
    while true {
      guard let key = nextKey(descriptor), !interrupts.contains(key) else { return nil }
      switch key {
      case 0x0A, 0x0D: return count
      case endOfInput: return count == 0 ? nil : count
      case eraseLine: count = 0
      case _ where eraseKeys.contains(key): eraseCharacter(out.span, &count)
      default:
        guard count < out.count else { return nil }
        out[count] = key
        count += 1
      }
    }
  }

  private static func nextKey(_ descriptor: Int32) -> UInt8? {
    var key: UInt8 = 0
    while true {
      let got = unsafe Glibc.read(descriptor, &key, 1)
      if got < 0, errno == EINTR { continue }
      return got == 1 ? key : nil
    }
  }

  /// Takes back one character of UTF-8.
  private static func eraseCharacter(_ bytes: Span<UInt8>, _ count: inout Int) {
    while count > 0 {
      count -= 1
      if bytes[count] & 0xC0 != 0x80 { return }
    }
  }
}
