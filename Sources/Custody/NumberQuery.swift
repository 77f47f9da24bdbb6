public import People
public import Rules

/// Whose number is wanted, on which form copy, for which purpose and why.
public struct NumberQuery: Hashable, Sendable {
  /// The person's code.
  public var code: PersonCode
  /// The purpose of use; nil lets the form's first purpose stand that was declared to the person
  /// and whose key the session holds.
  public var purpose: PurposeID?
  /// The form copy on which the number goes.
  public var form: FormCopyID
  /// Why, in the user's words.
  public var reason: String
  /// The version wanted; nil is the current one.
  public var version: Int?
  /// The income year of the form (年分), which decides who counts as under 16.
  public var incomeYear: Int?
  /// The contractor to whom the number is handed over; nil for a form of one's own.
  public var contractor: ContractorID?

  /// Asks for a number.
  public init(
    code: PersonCode, purpose: PurposeID? = nil, form: FormCopyID, reason: String,
    version: Int? = nil, incomeYear: Int? = nil, contractor: ContractorID? = nil
  ) {
    self.code = code
    self.purpose = purpose
    self.form = form
    self.reason = reason
    self.version = version
    self.incomeYear = incomeYear
    self.contractor = contractor
  }
}
