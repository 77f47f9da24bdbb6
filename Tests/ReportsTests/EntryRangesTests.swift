import Testing

@testable import Reports

@Suite("Entry ranges")
struct EntryRangesTests {
  @Test("Neighbours become one range and are written with an en dash")
  func neighbours() {
    let ranges = EntryRanges(Array(12...40) + [44])
    #expect(ranges.description == "12–40, 44")
    #expect(ranges.count == 30)
    #expect(ranges.contains(12) && ranges.contains(44))
  }

  @Test("Nothing is an empty text")
  func empty() {
    #expect(EntryRanges().description.isEmpty)
    #expect(EntryRanges().isEmpty)
    #expect(!EntryRanges([3]).contains(2))
  }

  @Test("An index that comes twice counts once, in whatever order it comes")
  func anyOrder() {
    #expect(EntryRanges([5, 3, 4, 5, 9, 3]) == EntryRanges([3, 4, 5, 9]))
    #expect(EntryRanges([5, 3, 4, 5, 9, 3]).count == 4)
  }

  @Test("A union of ranges that touch or overlap is one range")
  func union() {
    let all = EntryRanges([1, 2, 3]).union(EntryRanges([4, 5])).union(EntryRanges([2, 9]))
    #expect(all.ranges == [1...5, 9...9])
  }

  @Test("The collector agrees with a set for indices in any order")
  func collector() {
    var collector = EntryCollector()
    var known: Set<Int> = []
    var state: UInt64 = 42
    for _ in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let index = Int(state >> 33) % 15_000
      collector.add(index)
      known.insert(index)
    }
    #expect(collector.gathered() == EntryRanges(known))
  }

  @Test("Indices in order keep the collector as small as their ranges")
  func inOrder() {
    var collector = EntryCollector()
    for index in 0..<1_000_000 { collector.add(index) }
    #expect(collector.gathered().ranges == [0...999_999])
  }
}
