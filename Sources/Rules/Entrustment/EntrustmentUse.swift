/// That what is asked for has to do with a contractor.
public struct EntrustmentUse: Hashable, Sendable {
  /// What happens with the number.
  public enum Kind: Hashable, Sendable {
    /// A user of the contractor reads what was shared.
    case reading
    /// A holder of the purpose shares with the contractor.
    case sharing
    /// A holder of the purpose hands a file over to the contractor.
    case handingOver
  }

  public let kind: Kind
  public let contractor: ContractorID
  /// The register as it stands.
  public let register: EntrustmentRegister

  public init(_ kind: Kind, contractor: ContractorID, register: EntrustmentRegister) {
    self.kind = kind
    self.contractor = contractor
    self.register = register
  }

  /// The item under which a number moves to a contractor (委託に伴う提供).
  public static let article = "番号法19条6号"
  /// The log's word for a contractor as the recipient.
  public static let recipient = "contractor"
}
