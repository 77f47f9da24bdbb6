/// A row of a unified CSV byte for byte, but for its number fields, which are empty.
struct PassedRow: Hashable, Sendable {
  /// The bytes with the line ending.
  var bytes: [UInt8] = []
  /// Where the field of a number begins, by field number, ascending.
  var gaps: [(field: Int, offset: Int)] = []

  static func == (left: Self, right: Self) -> Bool { left.bytes == right.bytes }
  func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}
