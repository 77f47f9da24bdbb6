public import Rules

/// Decisions that are about to be written to the log, one entry each.
///
/// Grants go in and are gone; receipts come out only of the commit.
public struct Batch<Use: ReceiptUse>: ~Copyable {
  private var contents: [EntryContent] = []
  private var targets: [ReceiptTarget] = []

  /// Starts an empty batch.
  public init() {}

  /// How many entries it holds.
  public var count: Int { contents.count }

  /// Takes a grant: it becomes an entry and, once that is durable, a receipt.
  ///
  /// - Throws: `.notAuthorised` if the grant was given for another use.
  public mutating func add(_ grant: consuming Grant) throws(AuditingError) {
    guard grant.action == Use.action else {
      throw AuditingError(.notAuthorised, detail: "grant of another use")
    }
    targets.append(ReceiptTarget(grant, offset: contents.count))
    contents.append(
      EntryContent(
        action: grant.action.rawValue, actor: grant.actor,
        outcome: grant.action == .purge ? .done : .allowed))
    contents[contents.count - 1].take(grant)
  }

  /// Takes an entry that opens nothing: a refusal, or a blank left with its reason.
  public mutating func add(_ content: EntryContent) {
    contents.append(content)
  }

  /// Makes the entries durable.
  ///
  /// - Throws: what the sink throws; then there is no receipt, and nothing can be opened.
  public consuming func commit<Sink: LogSink>(
    to sink: Sink
  ) throws(Sink.Failure) -> BatchReceipt<Use> {
    // Given away, not shared: the sink then need not copy them.
    var entries: [EntryContent] = []
    swap(&entries, &contents)
    return BatchReceipt(targets: targets, firstIndex: try sink.append(entries))
  }
}
