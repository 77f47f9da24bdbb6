/// The name of a contractor's key for a purpose, such as `health-pension@yamada-sr`.
///
/// It is a key pair of its own: what is sealed for the purpose does not open with it, only what was
/// shared with the contractor by name.
public struct ContractorKey: Hashable, Sendable {
  /// The purpose, whose holders share.
  public let purpose: PurposeID
  /// With whom it is shared.
  public let contractor: ContractorID

  public init(purpose: PurposeID, contractor: ContractorID) {
    self.purpose = purpose
    self.contractor = contractor
  }

  /// Reads a key's name; nil for the key of a purpose or a compartment.
  public init?(name: String) {
    let parts = name.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, let contractor = ContractorID(String(parts[1]))
    else { return nil }
    self.init(purpose: PurposeID(String(parts[0])), contractor: contractor)
  }

  /// The name by which the log states the key.
  public var name: String { key.name }

  /// The same as the key of a share.
  public var key: PurposeKey { PurposeKey(purpose, share: contractor.text) }
}
