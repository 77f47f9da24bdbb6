internal import Auditing
internal import Rules

/// What one kind of widening has of its own: what its decisions rest on, and how they are logged.
protocol WideningRule {
  /// What its receipts may be spent on; its action is that of its decisions and refusals.
  associatedtype Use: WrappingUse

  /// Who widens.
  var session: Session { get }

  /// What is decided about an item, as the vault stands now.
  func request(_ item: WideningItem) throws(CustodyError) -> Request
}

extension WideningRule {
  /// What the decider would say to an item, without a record.
  func foresee(_ item: WideningItem) throws(CustodyError) -> Refusal? {
    session.vault.refusal(of: try request(item))
  }
}
