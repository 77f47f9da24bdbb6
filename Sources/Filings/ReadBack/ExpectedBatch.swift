/// What the rows of a batch must hold when they are read back, with the numbers that the gate lent for
/// them; it ends, and with it they do, once the batch is read.
struct ExpectedBatch: ~Copyable, Sendable {
  private(set) var numbers = LentNumbers()
  private(set) var rows: [ExpectedNumbers] = []

  /// Makes room for the numbers.
  mutating func begin(count: Int) { numbers.begin(count: count) }

  /// Keeps a number that the gate lent.
  mutating func keep(_ digits: Span<UInt8>, at place: Int) { numbers.keep(digits, at: place) }

  /// Expects a row after those that were expected before.
  mutating func expect(_ row: ExpectedNumbers) { rows.append(row) }
}
