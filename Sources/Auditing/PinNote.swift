/// That an entry pins a person's row, kept small until the entry is durable.
public struct PinNote: Sendable {
  let key: Int
  let index: UInt32

  /// Notes an entry's place and the code it concerns.
  public init(code: Span<UInt8>, at index: Int) {
    key = PinIndex.key(code)
    self.index = UInt32(truncatingIfNeeded: index)
  }
}
