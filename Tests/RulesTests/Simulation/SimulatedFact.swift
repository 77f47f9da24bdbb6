/// What happens to somebody on a day, as the office sees it.
enum SimulatedFact {
  case hired
  /// Left, or died; the last pay comes on a day that is recorded or not.
  case left(lastPay: PlainDay, isRecorded: Bool, died: Bool)
  case rehired
  case leave
  /// A declaration of a year was handed in; nobody records it.
  case handedIn(year: Int)
  /// A declaration that leaned on the ledger, recorded.
  case leanedOnLedger(year: Int)
  case changeNotice
  /// The first pay of a year was paid on 1 January, recorded; the deadline was the day before.
  case paidOnNewYearsDay(year: Int)
  /// The year's slips were made from the payroll file, which names the person.
  case payroll(year: Int)
  /// The employee's dependent no more.
  case removed
  case added
  /// The employment insurance was lost, or began again, while employed.
  case uninsured
  case insured
  /// Somebody recorded that the matter was completed, or a notice was filed that completes it.
  case completed(purpose: String)
  case noticeFiled(form: String, purpose: String)
  case retirementPaid
  case planPaid
  case savingsEnded
  case feePaid(year: Int)
  case held(until: PlainDay)
}
