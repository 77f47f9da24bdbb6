/// The clear row on which every decision about a person rests, pinned by the log as one hash.
///
/// It holds no name, no day of birth and nothing computed from a number.
public struct PersonRecord: Hashable, Sendable {
  /// The identifier, which never changes.
  public let id: PersonID
  /// The code in files and commands.
  public var code: PersonCode
  /// What the person is to the employer.
  public var kind: PersonKind
  /// What the person is to the employee; nil for payees and the proprietor.
  public var relationship: Relationship?
  /// For what a family member counts as a dependent.
  public var standing: DependentStanding
  /// What the person was told, oldest first.
  public var declarations: [Declaration]
  /// On what ground the current number is taken to be the person's.
  public var verification: Verification
  /// Why there is no usable number.
  public var noNumberReason: NoNumberReason?
  /// The version in use; 0 for none.
  public var currentVersion: Int
  /// Every number the person has had, oldest first.
  public var versions: [NumberVersion]
  /// The first day of the (last) employment.
  public var hiredOn: CalendarDate?
  /// The last day of the employment.
  public var leftOn: CalendarDate?
  /// Why it ended.
  public var leaveReason: LeaveReason?
  /// The last day of pay.
  public var lastPaidOn: CalendarDate?
  /// What happened, in the order of entry; add with ``add(_:)``.
  public var events: [LifeEvent]
  /// What keeps a purge away.
  public var holds: [Hold]
  /// The purposes purged, sorted by bytes, each once; add with ``notePurge(of:on:)``.
  public internal(set) var purgedPurposes: [PurgedPurpose]
  /// When the number was asked for and what came of it; add with ``add(_:)``.
  public internal(set) var requests: [NumberRequest]
  /// The offices told of numbers that changed or were wrong, in the order of entry.
  public var changesDone: [ChangeDone]
  /// Of which versions a second entry, or a check, was asked for, ascending, each once; change with
  /// ``note(_:)``.
  public internal(set) var secondEntries: [SecondEntry]
  /// The purposes told for which the number in use was not sealed, sorted by bytes, each once.
  ///
  /// No form carried the number of such a person when it was taken. Change with ``noteUnsealed(_:)``.
  public internal(set) var unsealedPurposes: [String]
  /// On what ground numbers that were changed since had been taken to be the person's, ascending by
  /// version, each once.
  public internal(set) var formerVerifications: [FormerVerification]
  /// Whether a restore found the key of the name and the address destroyed, though a number may live.
  public var isProfileLost: Bool

  /// Makes the record of a person of whom nothing else is known.
  public init(
    id: PersonID, code: PersonCode, kind: PersonKind, relationship: Relationship? = nil,
    standing: DependentStanding = .none
  ) {
    self.id = id
    self.code = code
    self.kind = kind
    self.relationship = relationship
    self.standing = standing
    declarations = []
    verification = .none
    currentVersion = 0
    versions = []
    events = []
    holds = []
    purgedPurposes = []
    requests = []
    changesDone = []
    secondEntries = []
    unsealedPurposes = []
    formerVerifications = []
    isProfileLost = false
  }

  /// Notes that the numbers were destroyed for a purpose; a later day replaces an earlier one.
  public mutating func notePurge(of purpose: String, on date: CalendarDate) {
    let note = PurgedPurpose(purpose: purpose, date: date)
    let place = purgedPurposes.firstIndex { !bytesAscend($0.purpose, purpose) }
    guard let place else { return purgedPurposes.append(note) }
    if purgedPurposes[place].purpose.utf8.elementsEqual(purpose.utf8) {
      purgedPurposes[place] = note
    } else {
      purgedPurposes.insert(note, at: place)
    }
  }

  /// The name of the hold that is added next: one more than the last.
  public var nextHoldID: String {
    "h\((holds.compactMap { Int($0.id.dropFirst()) }.max() ?? 0) + 1)"
  }

  /// Notes for which of the purposes told the number taken now is not sealed.
  public mutating func noteUnsealed(_ purposes: [String]) {
    unsealedPurposes = Set(purposes).sorted(by: bytesAscend)
  }

  /// Notes that the number in use was sealed for a purpose later.
  public mutating func noteSealed(for purpose: String) {
    unsealedPurposes.removeAll { $0 == purpose }
  }

  /// Takes back ``notePurge(of:on:)``, when a purpose is declared and collected anew.
  public mutating func forgetPurge(of purpose: String) {
    purgedPurposes.removeAll { $0.purpose == purpose }
  }
}
