internal import Custody
internal import People

/// Looks people up for the planner, through a session that holds the roster key.
///
/// A person whom no payroll row names is never asked for, so never opened.
final class SessionDirectory: SlipDirectory {
  private let session: Session
  private var known: [PersonCode: SlipPerson?] = [:]
  /// The first failure; the port itself cannot throw.
  private(set) var failure: CustodyError?

  init(_ session: Session) { self.session = session }

  func person(code: PersonCode) -> SlipPerson? {
    if let known = known[code] { return known }
    let found = look(code)
    known[code] = .some(found)
    return found
  }

  func dependents(of employee: PersonCode) -> [SlipPerson] {
    (1...99).compactMap { number in
      (try? PersonCode.dependent(of: employee, number: number)).flatMap { person(code: $0) }
    }
  }

  private func look(_ code: PersonCode) -> SlipPerson? {
    do throws(CustodyError) {
      guard failure == nil, let person = try session.vault.person(code) else { return nil }
      let profile = try session.profile(of: person)
      return SlipPerson(code: code, record: person.record, profile: profile)
    } catch {
      failure = error
      return nil
    }
  }
}
