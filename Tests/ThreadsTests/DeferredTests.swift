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
}
