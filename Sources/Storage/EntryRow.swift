/// One stored entry of the access log.
public struct EntryRow: Equatable, Sendable {
  public let index: Int
  /// The row of the person it concerns, if it concerns one.
  public let person: Int64?
  public let marks: EntryMarks
  /// The exact bytes that are hashed.
  public let bytes: [UInt8]

  public init(index: Int, person: Int64?, marks: EntryMarks, bytes: [UInt8]) {
    self.index = index
    self.person = person
    self.marks = marks
    self.bytes = bytes
  }
}
