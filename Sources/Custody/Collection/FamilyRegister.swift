internal import People

/// Tells several family members of one employee apart, in the file and in the vault.
///
/// A dependent is the same one by 家族番号, else by birth date and normalised name.
final class FamilyRegister {
  private struct Family {
    /// Numbers in use, with who they are when that is known.
    var members: [Int: FamilyIdentity?] = [:]
    /// Members of the vault, by number.
    var known: [Int: VerifiedPerson] = [:]
    /// Whether a restore has lost the name of one of them.
    var hasLostName: Bool { known.values.contains { $0.record.isProfileLost } }
  }

  private let session: Session
  private var families: [PersonCode: Family] = [:]

  init(_ session: Session) { self.session = session }

  /// Finds the number of a family member and, if the vault knows them, their row.
  ///
  /// Without 家族番号 a member is told from the known ones by name and birth date.
  ///
  /// - Throws: `.refused` when that takes the roster key and the session does not hold it.
  /// - Returns: The member; or why there is no code for one: the hundredth, or a code that reads
  ///   like a My Number with the member's digits.
  func resolve(
    _ draft: PersonDraft
  ) throws(CustodyError) -> Result<(code: PersonCode, existing: VerifiedPerson?), PeopleError> {
    var family = try family(of: draft.employee)
    if draft.dependentNumber == nil, !family.known.isEmpty { try session.requireRoster() }
    let told = draft.dependentNumber ?? same(draft.identity, in: family)
    if told == nil, family.hasLostName { return .failure(.relativeUnknown) }
    let number = told ?? next(family)
    do throws(PeopleError) {
      let code = try PersonCode.dependent(of: draft.employee, number: number)
      family.members[number] = draft.identity
      families[draft.employee] = family
      return .success((code, family.known[number]))
    } catch {
      return .failure(error)
    }
  }

  private func family(of employee: PersonCode) throws(CustodyError) -> Family {
    if let family = families[employee] { return family }
    return try load(employee)
  }

  private func same(_ identity: FamilyIdentity, in family: Family) -> Int? {
    family.members.first { $0.value == .some(identity) }?.key
  }

  /// The number after the last, or the first that is free; 100 when there is none.
  private func next(_ family: Family) -> Int {
    let last = family.members.keys.max() ?? 0
    return last < 99 ? last + 1 : (1...99).first { family.members[$0] == nil } ?? 100
  }

  /// The family that the vault knows; names are opened with the roster key where it is held.
  private func load(_ employee: PersonCode) throws(CustodyError) -> Family {
    var family = Family()
    for person in try session.loggedFamily(of: employee) {
      guard let number = person.record.code.dependentNumber else { continue }
      family.known[number] = person
      // The value may be nil: a member whose name this user cannot open still has the number.
      let identity = try session.profileIfHeld(of: person).map(FamilyIdentity.init)
      family.members.updateValue(identity, forKey: number)
    }
    return family
  }
}
