public import JSON
public import People
public import Rules

/// What became known of an incident after it was opened, by one signed entry or by all of them.
///
/// What is nil is not known, or was not said.
public struct IncidentFacts: Hashable, Sendable {
  /// The action of the entries.
  public static let action = "incident-fact"

  /// What happened besides, or is feared: no harm of the opening is taken back.
  public var harms: CaseSet<IncidentHarm> = []
  /// What caused it, where the opening did not know.
  public var cause: IncidentCause?
  /// Whether unspecified many could see it electronically (規則2条3号).
  public var isOpenToMany: Bool?
  /// The day on which a wrongful purpose came to be suspected (規則2条2号).
  public var wrongfulOn: CalendarDate?
  /// Whether all of it came back before anybody saw it.
  public var isRecoveredUnseen: Bool?
  /// Whether the same information is kept elsewhere.
  public var hasCopy: Bool?
  /// Whether no key, copy of one or passphrase leaked.
  public var areKeysSafe: Bool?
  /// The day on which the contractor knew at whom it happened (委託先).
  public var contractorKnewOn: CalendarDate?
  /// The day on which the contractor told the employer.
  public var contractorToldOn: CalendarDate?
  /// The day on which any department came to know this, if that was before the entry's.
  public var on: CalendarDate?
  /// How many people it can at most concern, as counted outside of the log.
  public var people: Int?

  /// Nothing known yet.
  public init() {}

  /// Reads an entry; nil for one of another kind.
  init?(_ entry: Entry) {
    let content = entry.content
    guard content.action == Self.action, content.outcome == .done else { return nil }
    harms = Self.harms(content)
    cause = content.text("cause").flatMap(IncidentCause.init)
    isOpenToMany = Self.flag(content, "open_to_many")
    wrongfulOn = content.date("wrongful_on")
    isRecoveredUnseen = Self.flag(content, "recovered_unseen")
    hasCopy = Self.flag(content, "copy_remains")
    areKeysSafe = Self.flag(content, "keys_safe")
    contractorKnewOn = content.date("contractor_knew_on")
    contractorToldOn = content.date("contractor_told_on")
    on = content.date("on")
    people = content.integer("people").flatMap { $0 > 0 ? $0 : nil }
  }

  private static func flag(_ content: EntryContent, _ key: String) -> Bool? {
    guard case .bool(let holds)? = content.detail[key] else { return nil }
    return holds
  }

  /// Of an array in which anything else stands, nothing is taken.
  private static func harms(_ content: EntryContent) -> CaseSet<IncidentHarm> {
    guard case .array(let words)? = content.detail["harms"] else { return [] }
    return IncidentRecord.harms(words) ?? []
  }

  /// Whether nothing is said.
  public var isEmpty: Bool {
    var said = self
    said.on = nil
    return said == IncidentFacts()
  }

  /// The members of an entry's detail.
  public var detail: [String: CanonicalValue] {
    let members: [String: CanonicalValue?] = [
      "cause": cause.map { .string($0.rawValue) }, "open_to_many": isOpenToMany.map { .bool($0) },
      "wrongful_on": wrongfulOn.map { .string($0.isoText) },
      "recovered_unseen": isRecoveredUnseen.map { .bool($0) },
      "copy_remains": hasCopy.map { .bool($0) }, "keys_safe": areKeysSafe.map { .bool($0) },
      "contractor_knew_on": contractorKnewOn.map { .string($0.isoText) },
      "contractor_told_on": contractorToldOn.map { .string($0.isoText) },
      "people": people.map { .integer($0) }, "on": on.map { .string($0.isoText) },
      "harms": harms.isEmpty ? nil : .array(harms.members.map { .string($0.rawValue) }),
    ]
    return members.compactMapValues { $0 }
  }

  /// These facts with later ones, which count where both speak.
  func updated(by later: IncidentFacts) -> IncidentFacts {
    var facts = self
    facts.on = nil
    facts.harms.formUnion(later.harms)
    facts.cause = later.cause ?? cause
    // What was once open, or suspected, does not become unknown to whoever could see it.
    facts.isOpenToMany = isOpenToMany == true ? true : later.isOpenToMany ?? isOpenToMany
    // The first suspicion counts: a report that was due stays due.
    facts.wrongfulOn = [wrongfulOn, later.wrongfulOn].compactMap(\.self).min()
    facts.isRecoveredUnseen = later.isRecoveredUnseen ?? isRecoveredUnseen
    facts.hasCopy = later.hasCopy ?? hasCopy
    facts.areKeysSafe = later.areKeysSafe ?? areKeysSafe
    facts.contractorKnewOn = later.contractorKnewOn ?? contractorKnewOn
    facts.contractorToldOn = later.contractorToldOn ?? contractorToldOn
    facts.people = later.people ?? people
    return facts
  }
}
