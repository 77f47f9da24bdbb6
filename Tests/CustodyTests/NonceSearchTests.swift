import Testing

@testable import Custody

@Suite("The search for destroyed nonces")
struct NonceSearchTests {
  private static let nonce: [UInt8] = Array(1...12)

  /// Which of the nonces are found in files of chunks.
  private func found(_ nonces: [[UInt8]], in files: [[[UInt8]]]) -> Set<NonceBytes> {
    var search = NonceSearch(for: nonces)
    for chunks in files {
      search.startFile()
      for chunk in chunks { search.look(at: chunk.span) }
    }
    #expect(search.count == files.joined().map(\.count).reduce(0, +))
    return search.found
  }

  @Test("finds a nonce wherever a chunk ends", arguments: 0...16)
  func chunks(end: Int) throws {
    let bytes: [UInt8] = [9, 9] + Self.nonce + [9, 9]
    let chunks = [Array(bytes[..<end]), Array(bytes[end...])]
    #expect(found([Self.nonce], in: [chunks]) == [try #require(NonceBytes(Self.nonce))])
  }

  @Test("takes no end of one file with the beginning of the next for one")
  func files() {
    let files = [[Array(Self.nonce[..<6])], [Array(Self.nonce[6...])]]
    #expect(found([Self.nonce], in: files).isEmpty)
  }

  @Test("finds no nonce with a byte missing or changed", arguments: 0..<12)
  func changed(place: Int) {
    var short = Self.nonce
    short.remove(at: place)
    var other = Self.nonce
    other[place] ^= 0x80
    #expect(found([Self.nonce], in: [[short + [77]], [other]]).isEmpty)
  }

  @Test("finds zeros only where twelve of them stand")
  func zeros() {
    let zeros = [UInt8](repeating: 0, count: 12)
    #expect(found([zeros], in: [[Array(zeros.dropLast())]]).isEmpty)
    #expect(found([zeros], in: [[zeros]]).count == 1)
  }

  @Test("finds the planted among 10,000 and passes over what is no nonce")
  func many() {
    var generator = SystemRandomNumberGenerator()
    var nonces: [[UInt8]] = []
    for _ in 0..<10_000 {
      nonces.append((0..<12).map { _ in UInt8.random(in: 0...255, using: &generator) })
    }
    var planted: [UInt8] = []
    for place in stride(from: 0, to: 10_000, by: 100) { planted += nonces[place] + [0] }
    #expect(found(nonces + [[1, 2, 3]], in: [[planted]]).count == 100)
  }
}
