public import People

extension Session {
  /// The family of an employee, in the order of their numbers.
  ///
  /// - Throws: `.integrity` if a row is not the one that the log records last, or is gone.
  public func family(of employee: PersonCode) throws(CustodyError) -> [VerifiedPerson] {
    try vault.caughtUp { () throws(CustodyError) in try loggedFamily(of: employee) }
  }

  /// The family that the log as last read has.
  func loggedFamily(of employee: PersonCode) throws(CustodyError) -> [VerifiedPerson] {
    var family: [VerifiedPerson] = []
    guard try rows.loggedPerson(employee) != nil else { return family }
    for number in 1...99 {
      guard let code = try? PersonCode.dependent(of: employee, number: number),
        let person = try rows.loggedPerson(code)
      else { continue }
      family.append(person)
    }
    return family
  }
}
