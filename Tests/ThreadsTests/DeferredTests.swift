import Synchronization
import Testing

@testable import Threads

@Suite("A value made on another thread")
struct DeferredTests {
  @Test("is there for everybody who asks, once it is made")
  func value() {
    let asked = Mutex(0)
    let value = Deferred {
      asked.withLock { $0 += 1 }
      return 7
    }
    #expect(value.value() == 7 && value.value() == 7)
    #expect(asked.withLock { $0 } == 1)
  }

  @Test("many at once do not get mixed up")
  func many() {
    let values = (0..<200).map { number in Deferred { number } }
    #expect(values.map { $0.value() } == Array(0..<200))
  }

  /// Something of which there is one, and that says when it has ended.
  private struct Given: ~Copyable, Sendable {
    final class End: Sendable {
      let isReached = Mutex(false)
    }

    let number: Int
    let end: End

    deinit { end.isReached.withLock { $0 = true } }
  }

  @Test("made of something that is given away, which has ended once the value is there")
  func given() {
    for number in 0..<200 {
      let end = Given.End()
      let value = Deferred(consuming: Given(number: number, end: end)) { $0.number + 1 }
      #expect(value.value() == number + 1)
      #expect(end.isReached.withLock { $0 })
    }
  }
}
