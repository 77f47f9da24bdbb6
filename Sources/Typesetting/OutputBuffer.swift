/// The bytes of a document that are made and not yet taken.
final class OutputBuffer {
  private(set) var bytes: [UInt8] = []

  func append(_ more: UnsafeBufferPointer<UInt8>) { unsafe bytes.append(contentsOf: more) }

  /// Hands out what there is, and forgets it once it was taken.
  func drain<E: Error>(_ body: (Span<UInt8>) throws(E) -> Void) throws(E) {
    guard !bytes.isEmpty else { return }
    var taken: [UInt8] = []
    swap(&taken, &bytes)
    defer { swap(&taken, &bytes) }
    try body(taken.span)
    taken.removeAll(keepingCapacity: true)
  }
}
