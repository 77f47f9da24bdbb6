public import People

/// One verification as it happened: nothing in it is presumed, and what is not said is asked for.
public struct IdentityCase: Hashable, Sendable {
  /// The day on which the documents were shown; its law decides.
  public var date: CalendarDate
  public var channel: IdentityChannel
  public var kind: PersonKind
  public var standing: DependentStanding
  public var residence: IdentityRule.Residence
  public var provider: IdentityProvider
  /// The day of the consent, for a number from a former employer.
  public var consentOn: CalendarDate?
  public var documents: [ShownDocument]
  /// The facts that are said to hold.
  public var holding: CaseSet<IdentityFact>
  /// The facts that are said not to hold.
  public var failing: CaseSet<IdentityFact>

  public init(
    date: CalendarDate, channel: IdentityChannel, kind: PersonKind,
    standing: DependentStanding = .none, residence: IdentityRule.Residence = .japan,
    provider: IdentityProvider = .person, consentOn: CalendarDate? = nil,
    documents: [ShownDocument] = [], holding: CaseSet<IdentityFact> = [],
    failing: CaseSet<IdentityFact> = []
  ) {
    self.date = date
    self.channel = channel
    self.kind = kind
    self.standing = standing
    self.residence = residence
    self.provider = provider
    self.consentOn = consentOn
    self.documents = documents
    self.holding = holding
    self.failing = failing
  }
}
