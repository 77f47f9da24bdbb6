import Auditing

/// A log that takes entries, or fails to.
final class TestSink: LogSink {
  struct Full: Error {}

  private(set) var contents: [EntryContent] = []
  let fails: Bool

  init(startingAt count: Int = 0, fails: Bool = false) {
    contents = [EntryContent](
      repeating: EntryContent(action: "list", actor: "u0", outcome: .done), count: count)
    self.fails = fails
  }

  func append(_ contents: consuming [EntryContent]) throws(Full) -> Int {
    guard !fails else { throw Full() }
    defer { self.contents += contents }
    return self.contents.count
  }
}
