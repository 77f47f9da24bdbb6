/// Why a number may not be left out of a year's declarations: a closed list.
public enum LedgerObstacle: String, CaseIterable, Hashable, Sendable {
  case purposeNotDeclared = "purpose-not-declared"
  case noNumber = "no-number"
  case notVerified = "not-verified"
  /// No earlier declaration bore the number.
  case noDeclaration = "no-declaration"
  /// The ledger must say in which month the declaration was received.
  case receiptUnknown = "receipt-unknown"
  case nameChanged = "name-changed"
  case numberChanged = "number-changed"
}
