import Auditing

/// A log that takes everything.
final class TestSink: LogSink {
  private var count = 0

  func append(_ contents: consuming [EntryContent]) throws(Never) -> Int {
    defer { count += contents.count }
    return count
  }
}
