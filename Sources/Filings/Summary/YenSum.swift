/// A sum that notices when it grows too large to be told.
struct YenSum: Hashable, Sendable {
  private(set) var value = 0

  /// - Throws: `totalTooLarge`.
  mutating func add(_ amount: Int) throws(FilingError) {
    let (sum, isOver) = value.addingReportingOverflow(amount)
    if isOver { throw .totalTooLarge }
    value = sum
  }
}
