import Synchronization
import Testing

@testable import Threads

@Suite("Values made ahead on a thread of their own")
struct ReadAheadTests {
  /// How many were made, and whether anybody took what was given last.
  private final class Work: Sendable {
    let made = Mutex(0)
    let isEnded = Mutex(false)

    /// Gives the integers below a limit.
    func run(below limit: Int, _ give: (Int) -> Bool) {
      for value in 0..<limit {
        made.withLock { $0 += 1 }
        if !give(value) { break }
      }
      isEnded.withLock { $0 = true }
    }
  }

  @Test("come all, in order, and then no more", arguments: [0, 1, 2, 3, 1000])
  func order(count: Int) {
    let work = Work()
    let ahead = ReadAhead { work.run(below: count, $0) }
    var taken: [Int] = []
    while let value = ahead.next() { taken.append(value) }
    #expect(taken == Array(0..<count))
    #expect(ahead.next() == nil && ahead.next() == nil)
    ahead.stop()
  }

  @Test("are made no further than a few ahead of who takes them")
  func bound() {
    let work = Work()
    let ahead = ReadAhead { work.run(below: 1000, $0) }
    for value in 0..<10 {
      #expect(ahead.next() == value)
      // Taken, two that wait, and one that waits for room.
      #expect(work.made.withLock { $0 } <= value + 4)
    }
    ahead.stop()
  }

  @Test("are made no more once the work is stopped, which has then ended", arguments: 0..<4)
  func stopped(taken: Int) {
    let work = Work()
    let ahead = ReadAhead { work.run(below: 1_000_000, $0) }
    for _ in 0..<taken { _ = ahead.next() }
    ahead.stop()
    #expect(work.isEnded.withLock { $0 })
    #expect(work.made.withLock { $0 } <= taken + 4)
    ahead.stop()
  }
}
