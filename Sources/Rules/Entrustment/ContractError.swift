/// What is wrong with the file of a contract.
public struct ContractError: Error, Hashable, Sendable {
  /// Every mistake, with its place.
  public let mistakes: [PolicyMistake]
}
