/// The receipts of a batch whose entries are durable, handed out one by one in order.
public struct BatchReceipt<Use: ReceiptUse>: ~Copyable {
  private let targets: [ReceiptTarget]
  private let firstIndex: Int
  private var position = 0

  init(targets: [ReceiptTarget], firstIndex: Int) {
    self.targets = targets
    self.firstIndex = firstIndex
  }

  /// The next receipt, or nil when all are spent.
  public mutating func next() -> Receipt<Use>? {
    guard position < targets.count else { return nil }
    defer { position += 1 }
    let target = targets[position]
    return Receipt(target: target, entryIndex: firstIndex + target.offset)
  }
}
