public import People

extension HiringState {
  /// What is asked of the rules when a number of such a person is to be collected.
  public var request: CollectionRequest {
    switch self {
    case .applied: .hiring(.applied)
    case .offered: .hiring(.offered)
    case .certain: .hiring(.certain)
    case .contracted: .hiring(.contracted)
    case .dispatchRegistered: .dispatched(.registered)
    case .dispatched: .dispatched(.employed)
    case .dispatchReceived: .dispatched(.received)
    }
  }
}
