internal import Glibc

extension Span where Element == UInt8 {
  /// The first place of a byte from `start` on; nil if there is none.
  package func firstIndex(of byte: UInt8, from start: Int = 0) -> Int? {
    precondition(start >= 0 && start <= count)
    return unsafe withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress,
        let found = unsafe memchr(base + start, Int32(byte), bytes.count - start)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
  }

  /// Where the ASCII that stands from `start` on ends, eight bytes at a time.
  package func endOfASCII(from start: Int) -> Int {
    precondition(start >= 0 && start <= count)
    return unsafe withUnsafeBytes { bytes in
      var place = start
      while place + 8 <= bytes.count,
        unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
          & 0x8080_8080_8080_8080 == 0
      {
        place += 8
      }
      while place < bytes.count, unsafe bytes[place] < 0x80 { place += 1 }
      return place
    }
  }

  /// Whether these bytes stand at a place; for public values only, since it stops at a difference.
  package func holds(_ other: Span<UInt8>, at start: Int) -> Bool {
    guard start >= 0, start + other.count <= count else { return false }
    return unsafe withUnsafeBufferPointer { bytes in
      unsafe other.withUnsafeBufferPointer { other in
        guard let base = bytes.baseAddress, let wanted = other.baseAddress else {
          return other.isEmpty
        }
        return unsafe memcmp(base + start, wanted, other.count) == 0
      }
    }
  }

  /// Whether the UTF-8 of a literal stands at a place; for public values only.
  package func holds(_ text: StaticString, at start: Int) -> Bool {
    text.withUTF8Buffer { unsafe holds(Span(_unsafeElements: $0), at: start) }
  }

  /// Whether each byte of a part is printable ASCII, and neither a quote nor a backslash.
  package func isPlain(_ part: Range<Int>) -> Bool {
    precondition(part.lowerBound >= 0 && part.upperBound <= count)
    return unsafe withUnsafeBytes { bytes in
      // No byte decides where the program goes on, so that many are looked at together.
      var wrong: UInt64 = 0
      var place = part.lowerBound
      while place + 8 <= part.upperBound {
        wrong |= Self.oddBits(
          of: unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        place += 8
      }
      // The rest beside spaces, which are not odd.
      var rest: UInt64 = 0x2020_2020_2020_2020
      while place < part.upperBound {
        rest = rest << 8 | UInt64(unsafe bytes[place])
        place += 1
      }
      return wrong | Self.oddBits(of: rest) == 0
    }
  }

  /// Zero if each of eight bytes is printable ASCII, and neither a quote nor a backslash.
  private static func oddBits(of word: UInt64) -> UInt64 {
    let (ones, highs) = (0x0101_0101_0101_0101 as UInt64, 0x8080_8080_8080_8080 as UInt64)
    var odd = word & highs
    // A byte below the subtracted one borrows into its highest bit, which ASCII does not have; that it
    // borrows from the next one too changes nothing for whether any is odd.
    odd |= (word &- 0x20 &* ones) & ~word & highs
    odd |= zeroBits(in: word ^ (0x22 &* ones)) | zeroBits(in: word ^ (0x5C &* ones))
    odd |= zeroBits(in: word ^ (0x7F &* ones))
    return odd
  }

  /// Zero unless one of eight bytes is zero.
  private static func zeroBits(in word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  /// Whether each byte of a part is a digit of base 16 in lower case.
  package func isHex(_ part: Range<Int>) -> Bool {
    precondition(part.lowerBound >= 0 && part.upperBound <= count)
    return unsafe withUnsafeBufferPointer { bytes in
      var wrong: UInt8 = 0
      for place in part {
        let byte = unsafe bytes[place]
        let isNoDigit: UInt8 = byte &- UInt8(ascii: "0") > 9 ? 1 : 0
        let isNoLetter: UInt8 = byte &- UInt8(ascii: "a") > 5 ? 1 : 0
        wrong |= isNoDigit & isNoLetter
      }
      return wrong == 0
    }
  }
}
