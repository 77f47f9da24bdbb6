/// Where a batch of entries becomes durable.
public protocol LogSink: AnyObject {
  associatedtype Failure: Error

  /// Writes the entries in order with a signed checkpoint and returns the index of the first one.
  ///
  /// It returns only when they are durable; if it throws, none of them is.
  func append(_ contents: consuming [EntryContent]) throws(Failure) -> Int
}
