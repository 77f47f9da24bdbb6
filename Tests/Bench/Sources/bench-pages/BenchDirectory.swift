import MyNumberKit

/// Everybody is the same person under another code.
struct BenchDirectory: SlipDirectory {
  private let profile: Profile
  private let id: PersonID

  init() throws {
    var profile = Profile(name: "見本　太郎")
    profile.birthDate = CalendarDate(parsing: "1990-03-04")
    self.profile = profile
    id = try PersonID([UInt8](repeating: 7, count: 16))
  }

  func person(code: PersonCode) -> SlipPerson? {
    let record = PersonRecord(
      id: id, code: code, kind: .employee, relationship: .oneself)
    return SlipPerson(code: code, record: record, profile: profile)
  }

  func dependents(of employee: PersonCode) -> [SlipPerson] { [] }
}
