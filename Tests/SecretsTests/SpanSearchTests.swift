import Secrets
import Testing

@Suite("Bytes looked through several at a time")
struct SpanSearchTests {
  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x20...0x7E).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  private func told(_ bytes: [UInt8], _ part: Range<Int>) -> Bool { bytes.span.isPlain(part) }

  private func endOfASCII(_ bytes: [UInt8], from start: Int) -> Int {
    bytes.span.endOfASCII(from: start)
  }

  @Test("Each byte is told plain or not at each place, and only the part is looked at")
  func plain() {
    for count in 0...19 {
      let text = [UInt8](repeating: UInt8(ascii: "a"), count: count)
      #expect(told(text, 0..<count))
      for place in 0..<count {
        for byte in UInt8.min...UInt8.max {
          var other = text
          other[place] = byte
          #expect(told(other, 0..<count) == Self.isPlain(byte), "\(byte) at \(place)")
          #expect(told(other, place + 1..<count) && told(other, 0..<place))
        }
      }
    }
  }

  @Test("Two bytes that are not plain do not hide each other")
  func two() {
    for first in UInt8.min...UInt8.max {
      for second in UInt8.min...UInt8.max {
        let bytes = [0x61, first, second, 0x61, 0x61, 0x61, 0x61, 0x61] as [UInt8]
        let isPlain = Self.isPlain(first) && Self.isPlain(second)
        if told(bytes, 0..<8) != isPlain { Issue.record("\(first) before \(second)") }
      }
    }
  }

  @Test("ASCII ends at the first byte that is none, wherever that stands")
  func ascii() {
    for count in 0...19 {
      for place in 0...count {
        var bytes = [UInt8](repeating: 0x7F, count: count)
        if place < count { bytes[place] = 0x80 }
        for start in 0...place { #expect(endOfASCII(bytes, from: start) == place) }
      }
    }
  }
}
