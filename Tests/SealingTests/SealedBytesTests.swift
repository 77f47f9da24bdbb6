import Testing

@testable import Sealing

/// What is sealed, as it lies in the spool between sealing and storing.
@Suite("sealed values and wraps in one run of bytes")
struct SealedBytesTests {
  @Test("wraps come back as they were put in")
  func wraps() throws {
    var wraps = SealedWraps(zeros: 2)
    for index in 0..<2 {
      wraps.set(index, keyNumber: 7 + index, lockboxOrdinal: index) { out in
        for place in out.indices { out[place] = UInt8(index + 1) }
      }
    }
    #expect(wraps.count == 2)
    let again = try #require(SealedWraps(bytes: wraps.bytes))
    #expect(again == wraps)
    #expect(again.all.map(\.keyNumber) == [7, 8])
    #expect(again.all.map(\.lockboxOrdinal) == [0, 1])
    #expect(again.all.map(\.sealed) == [1, 2].map { [UInt8](repeating: $0, count: 60) })
  }

  @Test("wraps that are cut are none", arguments: [1, 59, 75, 77, 151])
  func cutWraps(count: Int) {
    #expect(SealedWraps(bytes: [UInt8](repeating: 0, count: count)) == nil)
  }

  @Test("no wraps are no bytes")
  func noWraps() {
    #expect(SealedWraps(zeros: 0).bytes.isEmpty)
    #expect(SealedWraps(zeros: 0).all.isEmpty)
  }

  @Test("a value is told from its commitment by its length")
  func value() throws {
    let value = SealedValue(sealed: [1, 2, 3], commitment: [4, 5])
    let again = try #require(SealedValue(bytes: value.bytes, sealedCount: value.sealedCount))
    #expect(again == value)
    #expect(again.sealed == [1, 2, 3] && again.commitment == [4, 5])
    #expect(SealedValue(sealed: [1, 2], commitment: [3, 4, 5]) != value)
  }

  @Test("a length beyond the bytes is refused", arguments: [-1, 6, Int.max])
  func badLength(count: Int) {
    #expect(SealedValue(bytes: [1, 2, 3, 4, 5], sealedCount: count) == nil)
  }
}
