public import People

/// A contract of entrustment (委託契約) as the register has it.
public struct EntrustmentContract: Hashable, Sendable, Identifiable {
  public var id: ContractorID
  /// The contractor's name, a company's or a professional's.
  public var name: String
  /// Who entrusts: another contractor, or nil for the employer.
  public var entruster: ContractorID?
  /// What may be entrusted.
  public var purposes: [PurposeID]
  public var from: CalendarDate
  /// The last day.
  public var until: CalendarDate
  /// The clauses that the contract has, with the day on which each was agreed.
  public var clauses: [ContractClause: CalendarDate]
  /// The permission, where the entruster is a contractor itself.
  public var permission: RootPermission?
  public var supervision: SupervisionPlan
  /// The X25519 public key to which files for the contractor are sealed, 32 bytes.
  public var publicKey: [UInt8]?

  public init(
    id: ContractorID, name: String, entruster: ContractorID? = nil, purposes: [PurposeID],
    from: CalendarDate, until: CalendarDate, clauses: [ContractClause: CalendarDate],
    permission: RootPermission? = nil, supervision: SupervisionPlan, publicKey: [UInt8]? = nil
  ) {
    self.id = id
    self.name = name
    self.entruster = entruster
    self.purposes = purposes
    self.from = from
    self.until = until
    self.clauses = clauses
    self.permission = permission
    self.supervision = supervision
    self.publicKey = publicKey
  }
}
