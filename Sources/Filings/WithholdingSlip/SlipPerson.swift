public import People

/// A person as the planner of slips needs to know them: the clear record and the profile.
///
/// It is shared, not copied: a record is a dozen lists.
public final class SlipPerson: Sendable {
  public let code: PersonCode
  public let record: PersonRecord
  public let profile: Profile

  public init(code: PersonCode, record: PersonRecord, profile: Profile) {
    self.code = code
    self.record = record
    self.profile = profile
  }
}
