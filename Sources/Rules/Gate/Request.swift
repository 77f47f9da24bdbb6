public import People

/// What somebody wants to read, with everything the decision rests on.
public struct Request: ~Copyable, Sendable {
  /// The user's id, such as `u1`.
  public var actor: String
  public var roles: [RoleID]
  /// The last day of the user's grant, itself included.
  public var roleUntil: CalendarDate?
  /// The moment the session ends.
  public var sessionExpires: Timestamp?
  public var action: Action
  /// The purpose; nil lets the form's first purpose that is declared to the person stand.
  public var purpose: PurposeID?
  public var form: FormCopyID?
  public var reason: String
  public var person: PersonRecord
  /// The row of the person in the store.
  public var personRow: Int64
  /// The number version wanted; nil is the current one.
  public var version: Int?
  /// The income year of the form; nil when the form is of no year or the year is not known.
  public var incomeYear: Int?
  /// Whether the session holds the private half of the key through which the number is opened.
  public var holdsKey: Bool
  /// Whether a wrap of the version's data key exists for that key.
  public var wrapExists: Bool
  public var now: Timestamp
  /// Why a number is to be destroyed; read only when the action is `purge`.
  public var erasure: ErasureCause = .retentionEnded(acceptsPresumption: false)
  /// The key through which the number is opened; nil for the purpose's own.
  public var key: PurposeKey?
  /// The key for which the number's data key is to be wrapped; read only when the action is `widen`
  /// or `share`.
  public var target: PurposeKey?
  /// The purposes whose keys open the number, for whom a widening is refused to.
  public var openers: [PurposeID] = []
  /// The contractor with whom it has to do.
  public var entrustment: EntrustmentUse?

  public init(
    actor: String, roles: [RoleID], roleUntil: CalendarDate? = nil,
    sessionExpires: Timestamp? = nil, action: Action = .read, purpose: PurposeID?,
    form: FormCopyID?, reason: String, person: PersonRecord, personRow: Int64,
    version: Int? = nil, incomeYear: Int? = nil, holdsKey: Bool, wrapExists: Bool, now: Timestamp,
    key: PurposeKey? = nil, entrustment: EntrustmentUse? = nil
  ) {
    self.actor = actor
    self.roles = roles
    self.roleUntil = roleUntil
    self.sessionExpires = sessionExpires
    self.action = action
    self.purpose = purpose
    self.form = form
    self.reason = reason
    self.person = person
    self.personRow = personRow
    self.version = version
    self.incomeYear = incomeYear
    self.holdsKey = holdsKey
    self.wrapExists = wrapExists
    self.now = now
    self.key = key
    self.entrustment = entrustment
  }
}
