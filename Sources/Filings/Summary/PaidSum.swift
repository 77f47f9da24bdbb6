/// How many people were paid, how much, and the tax withheld.
struct PaidSum: Hashable, Sendable {
  private(set) var people = 0
  private(set) var paid = YenSum()
  private(set) var tax = YenSum()

  /// - Throws: `totalTooLarge`.
  mutating func add(paid: Int, tax: Int, people: Int = 1) throws(FilingError) {
    self.people += people
    try self.paid.add(paid)
    try self.tax.add(tax)
  }
}
