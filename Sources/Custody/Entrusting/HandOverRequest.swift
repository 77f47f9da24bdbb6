public import People
public import Rules
public import Sealing

/// What is to be handed over to whom, and why.
public struct HandOverRequest: Sendable {
  /// The contractor, by id or name.
  public var contractor: String
  public var purpose: PurposeID
  /// The form copy for which the contractor needs the numbers.
  public var form: FormCopyID
  /// The income year, for a form of one.
  public var incomeYear: Int?
  /// Why, in the user's words.
  public var reason: String
  /// Whose numbers; nil for everybody to whom the purpose was declared and whom the form carries.
  public var people: [PersonCode]?
  /// By when the file has to be returned or destroyed.
  public var returnBy: CalendarDate
  /// The form of what the file holds.
  public var content: HandOverContent

  /// Describes a hand-over.
  public init(
    contractor: String, purpose: PurposeID, form: FormCopyID, incomeYear: Int? = nil,
    reason: String, people: [PersonCode]? = nil, returnBy: CalendarDate,
    content: HandOverContent = .csv
  ) {
    self.contractor = contractor
    self.purpose = purpose
    self.form = form
    self.incomeYear = incomeYear
    self.reason = reason
    self.people = people
    self.returnBy = returnBy
    self.content = content
  }
}
