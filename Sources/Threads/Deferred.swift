internal import Dispatch
internal import Synchronization

/// A value that is made on another thread, while whoever asked for it goes on.
package final class Deferred<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)
  private let isMade = DispatchSemaphore(value: 0)

  /// Begins to make the value.
  package init(_ make: @escaping @Sendable () -> Value) {
    // A queue of its own gets a thread at once, however busy others are.
    DispatchQueue(label: "deferred").async {
      let value = make()
      self.made.withLock { $0 = value }
      self.isMade.signal()
    }
  }

  /// Begins to make the value of something that is given away to the other thread, and that has
  /// ended there, wiped if that is its way, before the value is there.
  package convenience init<Work: Sendable & ~Copyable>(
    consuming work: consuming Work, _ make: @escaping @Sendable (consuming Work) -> Value
  ) {
    let given = Mutex<Work?>(work)
    self.init {
      guard let work = given.withLock({ $0.take() }) else {
        preconditionFailure("a value is made once")
      }
      return make(work)
    }
  }

  /// The value, once it is made.
  package func value() -> Value {
    while true {
      isMade.wait()
      isMade.signal()
      if let value = made.withLock({ $0 }) { return value }
    }
  }
}
