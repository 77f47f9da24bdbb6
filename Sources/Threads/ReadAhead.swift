internal import Dispatch
internal import Synchronization

/// Makes values on a thread of its own, a few ahead of whoever takes them.
///
/// Reading a file and working on its rows then take two cores and no more memory than the values
/// that wait.
package final class ReadAhead<Value: Sendable>: Sendable {
  private struct State {
    var waiting: [Value] = []
    var isStopped = false
  }

  private let state = Mutex(State())
  private let room = DispatchSemaphore(value: 0)
  private let filled = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)
  /// How many values wait at most.
  private static var depth: Int { 2 }

  /// Begins the work.
  ///
  /// - Parameter work: Gives each value; returns once there is no more, or once giving one returned
  ///   false, after which nobody takes any.
  package init(_ work: @escaping @Sendable (_ give: (Value) -> Bool) -> Void) {
    // A semaphore may not end below the value it began with.
    for _ in 0..<Self.depth { room.signal() }
    // A queue of its own gets a thread at once, however busy others are.
    DispatchQueue(label: "read-ahead").async {
      work(self.give)
      self.ended.signal()
      self.filled.signal()
    }
  }

  /// The next value; nil once there is no more.
  package func next() -> Value? {
    filled.wait()
    let value = state.withLock { $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }
    if value == nil { filled.signal() } else { room.signal() }
    return value
  }

  /// Ends the work, and waits until it has ended: what it used is free then.
  package func stop() {
    state.withLock { $0.isStopped = true }
    room.signal()
    ended.wait()
    ended.signal()
  }

  private func give(_ value: Value) -> Bool {
    room.wait()
    let isTaken = state.withLock { state in
      guard !state.isStopped else { return false }
      state.waiting.append(value)
      return true
    }
    if isTaken { filled.signal() } else { room.signal() }
    return isTaken
  }
}
