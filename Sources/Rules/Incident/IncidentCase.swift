internal import JSON
public import People

/// What is known of an incident: what decides whether it is reported and until when.
public struct IncidentCase: Hashable, Sendable {
  /// The day on which any department of the employer knew; nil where only a contractor knows.
  public var knownOn: CalendarDate?
  /// Where it happened at a contractor.
  public var contractor: IncidentContractor?
  /// What happened, or is feared to have happened (おそれ).
  public var harms: CaseSet<IncidentHarm>
  public var cause: IncidentCause
  /// The day on which a wrongful purpose came to be suspected, where the cause alone does not say it.
  public var wrongfulOn: CalendarDate?
  /// The most people it can concern, as first known.
  public var people: Int
  /// What later days found, in order.
  public var recounts: [IncidentCount]
  public var system: IncidentSystem
  /// Whether what a file held could be seen electronically by unspecified many.
  public var isOpenToMany: Bool
  /// Whether all of it came back before anybody saw it.
  public var isRecoveredUnseen: Bool
  /// Whether the same information is kept elsewhere.
  public var hasCopy: Bool
  /// Whether it was deleted lawfully.
  public var isLawfulDeletion: Bool
  /// Whether the damage is that the decryption key is lost.
  public var isKeyLost: Bool
  public var protection: IncidentProtection?

  /// The first day of the duty to report (令和4年4月1日): nobody knew before it.
  public static let inForce = IncidentLaw.inForce

  /// Takes an incident at the employer; the rest is set by name.
  public init(
    knownOn: CalendarDate?, harms: CaseSet<IncidentHarm>, cause: IncidentCause, people: Int
  ) {
    self.knownOn = knownOn
    contractor = nil
    self.harms = harms
    self.cause = cause
    wrongfulOn = nil
    self.people = people
    recounts = []
    system = .employer
    (isOpenToMany, isRecoveredUnseen, hasCopy) = (false, false, false)
    (isLawfulDeletion, isKeyLost) = (false, false)
    protection = nil
  }

  /// The day one of the employer: the day it knew, and at the latest the day the contractor told it
  /// (guideline, annex 2, 3 F); nil while it cannot know.
  public var employerKnewOn: CalendarDate? {
    [knownOn, contractor?.toldOn].compactMap(\.self).min()
  }
}
