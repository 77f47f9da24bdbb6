internal import Auditing
internal import People
internal import Rules

/// A widening by a contract of entrustment: a holder of the purpose wraps a number for the
/// contractor's key (番号法19条6号).
struct SharingRule: WideningRule {
  typealias Use = Sharing

  let session: Session
  private let key: ContractorKey
  private let requests: GateRequest

  init(_ session: Session, to key: ContractorKey) {
    self.session = session
    self.key = key
    requests = GateRequest(session, for: .share)
  }

  func request(_ item: WideningItem) throws(CustodyError) -> Request {
    try requests.sharing(item.record.code, for: key.purpose, with: key.contractor)
  }
}
