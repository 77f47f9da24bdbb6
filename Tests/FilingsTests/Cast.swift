import People
import Rules
import TestSupport
import Text

@testable import Filings

/// A directory of made-up people that notes who was asked for.
final class Cast: NoticeDirectory {
  private var people: [PersonCode: SlipPerson] = [:]
  private(set) var asked: [PersonCode] = []
  private(set) var familiesAsked: [PersonCode] = []
  /// How often everybody was gone through.
  private(set) var goneThrough = 0

  /// What the register knows of the slip of every employee; nil for nothing.
  var filed: FiledSlip?

  func filedSlip(
    of employee: PersonCode, on form: FormCopyID, incomeYear: Int
  ) -> FiledSlip? { filed }

  func person(code: PersonCode) -> SlipPerson? {
    asked.append(code)
    return people[code]
  }

  func dependents(of employee: PersonCode) -> [SlipPerson] {
    familiesAsked.append(employee)
    return people.values.filter { $0.code.isDependent && $0.code.employeeCode == employee }
      .sorted { $0.code < $1.code }
  }

  func forEachEmployee(_ body: (SlipPerson) -> Void) {
    goneThrough += 1
    for person in people.values.sorted(by: { $0.code < $1.code }) {
      let isEmployed = [.employee, .officer].contains(person.record.kind)
      if isEmployed { body(person) }
    }
  }

  /// Adds a person with a usable number, unless `change` says otherwise.
  @discardableResult
  func add(
    _ code: String, _ name: String, _ relationship: Relationship = .oneself, born: String? = nil,
    change: (inout Profile, inout PersonRecord) -> Void = { _, _ in }
  ) throws -> PersonCode {
    let code = try PersonCode(code)
    var bytes = Array(code.text.utf8.prefix(16))
    bytes += [UInt8](repeating: 0, count: 16 - bytes.count)
    var record = PersonRecord(
      id: try PersonID(bytes), code: code, kind: relationship.defaultKind,
      relationship: relationship)
    record.currentVersion = 1
    record.verification = .employeeDuty
    var profile = Profile(name: name)
    profile.birthDate = born.flatMap { CalendarDate(parsing: $0) }
    change(&profile, &record)
    people[code] = SlipPerson(code: code, record: record, profile: profile)
    return code
  }
}

extension Cast {
  /// The people of the sample company; number columns are looked at for being empty only.
  static func sample() throws -> Cast {
    let cast = Cast()
    let file = try TemporaryFile(FileBytes.checkout("Samples/employees.csv"))
    var reader = CSVReader(fileDescriptor: file.descriptor, encoding: .utf8)
    guard try reader.advance() else { return cast }
    var columns: [String: Int] = [:]
    for index in 0..<reader.row.count { columns[try reader.row.text(index)] = index }
    while try reader.advance() {
      func text(_ name: String) throws -> String? {
        guard let index = columns[name], !reader.row.isEmpty(index) else { return nil }
        return try reader.row.text(index)
      }
      let employee = try text("社員番号") ?? ""
      let relationship = try text("続柄").flatMap { Relationship(label: $0) } ?? .oneself
      let number = try text("家族番号") ?? (relationship == .oneself ? nil : "1")
      let hasNumber = columns["個人番号"].map { !reader.row.isEmpty($0) } ?? false
      let reason = try text("個人番号なしの理由").flatMap { NoNumberReason(label: $0) }
      let kana = try text("フリガナ")
      let filing = (name: try text("届出用氏名"), address: try text("届出用住所"))
      let home = (address: try text("住所"), municipality: try text("市区町村コード"))
      try cast.add(
        employee + (number.map { "-\($0)" } ?? ""), try text("氏名") ?? "", relationship,
        born: try text("生年月日")
      ) { profile, record in
        profile.kana = kana
        (profile.filingName, profile.filingAddress) = filing
        (profile.address, profile.municipalityCode) = home
        record.currentVersion = hasNumber ? 1 : 0
        record.noNumberReason = reason
      }
    }
    return cast
  }
}
