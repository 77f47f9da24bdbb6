internal import Auditing
internal import Rules

/// What the gate decided of a batch of reads, not yet recorded.
struct BatchDecisions {
  let decisions: GateDecisions<Reading>
  /// The places of the queries that may be read, in order.
  private(set) var allowed: [Int] = []
  /// The refusals with their places.
  private(set) var refusals: [(place: Int, refusal: Refusal)] = []

  /// Takes the lock and decides.
  init(
    _ session: Session, _ queries: [NumberQuery], _ range: Range<Int>
  ) throws(CustodyError) {
    decisions = try GateDecisions(session)
    let queries = queries.span
    for place in range {
      if let refusal = try decisions.decide(queries[place]) {
        refusals.append((place, refusal))
      } else {
        allowed.append(place)
      }
    }
  }

  /// The places of numbers whose two entries have to be compared first.
  var waiting: [Int] { refusals.filter { $0.refusal == .notCompared }.map(\.place) }
}
