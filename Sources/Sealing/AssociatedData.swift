/// Associated data put together in memory that is used again for the next value.
struct AssociatedData {
  private(set) var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(256) }

  /// Takes the fields that begin it, as ``SealingContext`` gives them.
  mutating func start(with fields: [UInt8]) {
    bytes.removeAll(keepingCapacity: true)
    bytes += fields
  }

  /// Adds further fields.
  mutating func add(_ fields: [UInt8]) { bytes += fields }
}
