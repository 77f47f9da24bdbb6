/// The bytes of a row with its line ending, number fields empty, and where numbers go.
struct ComposedRow: Sendable {
  /// The place of its first slot among all the file's.
  let firstSlot: Int
  let bytes: [UInt8]
  /// One for each slot, ascending.
  let holes: [NumberHole]
}
