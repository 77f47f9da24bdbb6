import TestSupport
import Testing
import Text

@Suite("Encodings")
struct TextEncodingTests {
  private func detected(_ chunks: [[UInt8]]) throws(TextError) -> TextEncoding {
    var detector = EncodingDetector()
    for chunk in chunks { detector.take(chunk.span) }
    return try detector.finish()
  }

  @Test("UTF-8 is told from CP932 wherever the chunks are cut")
  func chunks() throws {
    let text = "氏名,髙橋 ①ﾀﾅｶ é😀\r\n"
    let utf8 = Array(text.utf8)
    let cp932 = try CP932.encode("氏名,髙橋 ①ﾀﾅｶ\r\n")
    for cut in 0...utf8.count {
      #expect(try detected([Array(utf8[..<cut]), Array(utf8[cut...])]) == .utf8)
    }
    for cut in 0...cp932.count {
      #expect(try detected([Array(cp932[..<cut]), Array(cp932[cut...])]) == .cp932)
    }
  }

  @Test("what is neither is seen behind ASCII of any length", arguments: 0..<20)
  func behindASCII(count: Int) throws {
    let ascii = [UInt8](repeating: 0x2C, count: count)
    for end in [[0x2C, 0x2C], [0x8A, 0x40, 0x2C], [0x2C, 0xB1]] as [[UInt8]] {
      let bytes = ascii + end + ascii
      #expect(try detected([bytes]) == (end == [0x2C, 0x2C] ? .utf8 : .cp932))
    }
    for end in [[0xA0], [0x8A, 0x20], [0xFD]] as [[UInt8]] {
      #expect(throws: TextError.unknownEncoding(line: nil)) { try detected([ascii + end + ascii]) }
    }
  }

  @Test("ASCII and nothing at all are UTF-8")
  func ascii() throws {
    #expect(try detected([]) == .utf8)
    #expect(try detected([Array("a,b\n".utf8)]) == .utf8)
    #expect(try detected([[0xEF, 0xBB, 0xBF]]) == .utf8)
  }

  @Test(
    "Bytes that are neither are refused",
    arguments: [
      [0xFF, 0xFE, 0x41, 0x00], [0x80], [0x41, 0xA0], [0x88], [0x88, 0x20], [0xFD, 0x40],
    ] as [[UInt8]])
  func neither(_ bytes: [UInt8]) {
    #expect(throws: TextError.unknownEncoding(line: nil)) { try detected([bytes]) }
  }

  @Test(
    "Malformed UTF-8 is not taken for UTF-8",
    arguments: [
      [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE0, 0x80, 0xAF],
      [0xF5, 0x80, 0x80, 0x80], [0xE3, 0x81],
    ] as [[UInt8]])
  func malformed(_ bytes: [UInt8]) {
    #expect((try? detected([bytes])) != .utf8)
    #expect(throws: TextError.malformed(encoding: .utf8, offset: 2)) {
      let text = [0x61, 0x62] + bytes
      return try TextEncoding.utf8.decode(text.span)
    }
  }

  @Test("What begins with UTF-8's byte order mark is UTF-8 or nothing, wherever the chunks are cut")
  func mark() throws {
    let bytes = [0xEF, 0xBB, 0xBF] + (try CP932.encode("氏名\n"))
    for cut in 0...bytes.count {
      #expect(throws: TextError.unknownEncoding(line: nil)) {
        try detected([Array(bytes[..<cut]), Array(bytes[cut...])])
      }
    }
    // The same two bytes without the third are CP932 still.
    #expect(try detected([[0xEF, 0xBB] + (try CP932.encode("氏名\n"))]) == .cp932)
  }

  @Test("The line is told on which neither encoding is possible any more")
  func lineOfBreak() throws {
    let mixed = Array("社員番号\nE1,試験\n".utf8) + (try CP932.encode("髙橋\n"))
    let file = try TemporaryFile(mixed)
    let error = #expect(throws: TextError.self) {
      try TextEncoding.detect(fileDescriptor: file.descriptor)
    }
    #expect(error?.line == 3)
    let cut = try TemporaryFile(Array("a\nb\n".utf8) + [0xE3, 0x81])
    #expect(throws: Never.self) { try TextEncoding.detect(fileDescriptor: cut.descriptor) }
    let marked = try TemporaryFile([0xEF, 0xBB, 0xBF] + Array("a\nb\n".utf8) + [0xE3])
    #expect(throws: TextError.unknownEncoding(line: 3)) {
      try TextEncoding.detect(fileDescriptor: marked.descriptor)
    }
  }

  @Test("A file is read from its start and keeps its offset")
  func file() throws {
    let bytes = Array(repeating: Array("髙橋,ﾀﾅｶ\n".utf8), count: 20_000).flatMap(\.self)
    let file = try TemporaryFile(bytes)
    #expect(try TextEncoding.detect(fileDescriptor: file.descriptor) == .utf8)
    #expect(try file.read() == bytes)
    let broken = try TemporaryFile(bytes + [0xFF])
    #expect(throws: TextError.unknownEncoding(line: 20_001)) {
      try TextEncoding.detect(fileDescriptor: broken.descriptor)
    }
  }

  @Test("A descriptor that cannot be read is an error")
  func badDescriptor() {
    #expect(throws: TextError.inputOutput(number: 9)) {
      try TextEncoding.detect(fileDescriptor: -1)
    }
  }
}
