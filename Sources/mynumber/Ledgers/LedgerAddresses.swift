import MyNumberKit

/// The addresses that the ledger says: a family member's without one of their own is the employee's.
final class LedgerAddresses {
  private let session: Session
  private var employees: [PersonCode: String?] = [:]

  init(_ session: Session) { self.session = session }

  func address(of person: VerifiedPerson, _ profile: Profile) throws -> String? {
    let code = person.record.code
    guard code.isDependent else {
      employees[code] = .some(profile.address)
      return profile.address
    }
    if profile.address != nil || profile.livesAbroad { return profile.address }
    if let known = employees[code.employeeCode] { return known }
    let employee = try session.vault.person(code.employeeCode)
    let address = try employee.flatMap { try session.profileIfHeld(of: $0)?.address }
    employees[code.employeeCode] = .some(address)
    return address
  }
}
