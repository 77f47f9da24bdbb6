internal import Custody
internal import People
internal import Rules

/// Looks people up through a session that holds the roster key.
///
/// A person whom no payroll row names is never asked for, so never opened. Notices have no codes, so
/// that names are gone through for them, and no number. Only the employee asked
/// for last and their family are kept, for the copies that are planned of one row.
final class SessionDirectory: NoticeDirectory {
  private let session: Session
  private var employee: (code: PersonCode, person: SlipPerson?)?
  private var family: [SlipPerson]?
  private var filedNumbers: (form: FormCopyID, year: Int, numbers: FiledNumbers)?
  /// The first failure; the port itself cannot throw.
  private(set) var failure: CustodyError?

  init(_ session: Session) { self.session = session }

  func person(code: PersonCode) -> SlipPerson? {
    if let employee, employee.code == code { return employee.person }
    let found = noting { () throws(CustodyError) in
      guard let person = try session.person(code) else { return SlipPerson?.none }
      return try open(person)
    }
    (employee, family) = ((code, found ?? nil), nil)
    return found ?? nil
  }

  func dependents(of code: PersonCode) -> [SlipPerson] {
    let isOfLast = employee?.code == code
    if isOfLast, let family { return family }
    let found = noting { () throws(CustodyError) in
      var found: [SlipPerson] = []
      for person in try session.family(of: code) where try !session.isProfileDestroyed(of: person) {
        found.append(try open(person))
      }
      return found
    }
    if isOfLast { family = found }
    return found ?? []
  }

  func reading(_ body: () -> Void) {
    // Who cannot open names is refused, with an entry, which needs the vault for itself.
    guard session.holdsRoster, failure == nil else { return body() }
    noting { () throws(CustodyError) in
      try session.reading { () throws(CustodyError) in body() }
    }
  }

  func forEachEmployee(_ body: (SlipPerson) -> Void) {
    noting { () throws(CustodyError) in
      try session.vault.forEachPerson { (person) throws(CustodyError) in
        guard person.record.kind == .employee || person.record.kind == .officer,
          try !session.isProfileDestroyed(of: person)
        else { return }
        body(try open(person))
      }
    }
  }

  func filedSlip(
    of employee: PersonCode, on form: FormCopyID, incomeYear: Int
  ) -> FiledSlip? {
    let found = noting { () throws(CustodyError) in
      try filed(form, incomeYear).slip(of: employee)
    }
    return (found ?? nil).map { FiledSlip(versions: $0.versions, export: $0.export) }
  }

  /// What the log has of a form and year, read once.
  private func filed(_ form: FormCopyID, _ year: Int) throws(CustodyError) -> FiledNumbers {
    if let filedNumbers, filedNumbers.form == form, filedNumbers.year == year {
      return filedNumbers.numbers
    }
    let numbers = try FiledNumbers(session.vault, form: form, incomeYear: year)
    filedNumbers = (form, year, numbers)
    return numbers
  }

  private func open(_ person: VerifiedPerson) throws(CustodyError) -> SlipPerson {
    SlipPerson(
      code: person.record.code, record: person.record, profile: try session.profile(of: person))
  }

  @discardableResult
  private func noting<R>(_ look: () throws(CustodyError) -> R) -> R? {
    guard failure == nil else { return nil }
    do throws(CustodyError) {
      return try look()
    } catch {
      failure = error
      return nil
    }
  }
}
