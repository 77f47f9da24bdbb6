public import People

/// The register of contractors (委託先), as a value.
public struct EntrustmentRegister: Hashable, Sendable {
  private var byID: [ContractorID: ContractorRecord] = [:]

  public init(_ records: [ContractorRecord] = []) {
    for record in records { self[record.id] = record }
  }

  public subscript(_ id: ContractorID) -> ContractorRecord? {
    get { byID[id] }
    set { byID[id] = newValue }
  }

  /// All contractors, by id.
  public var records: [ContractorRecord] { byID.values.sorted { $0.id < $1.id } }

  /// The contractor of an id or a name.
  public func record(named text: String) -> ContractorRecord? {
    ContractorID(text).flatMap { byID[$0] } ?? records.first { $0.contract.name == text }
  }

  /// The contractor and those above it, up to the one whom the employer entrusts.
  ///
  /// It ends before an entruster that is not registered, or that stands in it already.
  public func chain(of id: ContractorID) -> [ContractorRecord] {
    var chain: [ContractorRecord] = []
    var next: ContractorID? = id
    while let id = next, let record = byID[id], !chain.contains(where: { $0.id == id }) {
      chain.append(record)
      next = record.contract.entruster
    }
    return chain
  }

  /// 1 for whom the employer entrusts, one more for each re-entrustment.
  public func tier(of id: ContractorID) -> Int { chain(of: id).count }

  /// The contractor and all below it, by id.
  public func subtree(of id: ContractorID) -> [ContractorRecord] {
    records.filter { chain(of: $0.id).contains { $0.id == id } }
  }

  /// The last day on which everything from the employer down to the contractor is under contract.
  public func lastDay(of id: ContractorID) -> CalendarDate? {
    chain(of: id).map(\.lastDay).min()
  }
}
