public import People

/// A set of subjects, one bit each, so that a decision compares two words.
public struct SubjectSet: OptionSet, Hashable, Sendable {
  public let rawValue: UInt16

  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The set that holds `subject` alone.
  public init(_ subject: Subject) {
    switch subject {
    case .employee: rawValue = 1
    case .officer: rawValue = 2
    case .proprietor: rawValue = 4
    case .payee: rawValue = 8
    case .taxSpouse: rawValue = 16
    case .taxDependent: rawValue = 32
    case .taxDependentUnder16: rawValue = 64
    case .healthDependent: rawValue = 128
    case .category3Spouse: rawValue = 256
    case .careFamily: rawValue = 512
    case .heir: rawValue = 1024
    }
  }

  public init(_ subjects: some Sequence<Subject>) {
    self = subjects.reduce(into: []) { $0.formUnion(SubjectSet($1)) }
  }

  /// The members, in the order of the enum.
  public var subjects: [Subject] { Subject.allCases.filter { contains(SubjectSet($0)) } }

  /// Family members whose identity the employee may be the one to verify.
  static let verifiedByEmployee = SubjectSet(
    [.taxSpouse, .taxDependent, .taxDependentUnder16, .healthDependent, .careFamily])

  /// A relative is one of them on a form of one year, never both.
  private static let ofEitherAge = SubjectSet([.taxDependent, .taxDependentUnder16])

  /// As which of its members a person is sure to stand on a copy that carries `carried`.
  ///
  /// Somebody of unknown age may be under 16 or not, so the copy must carry both.
  func sure(on carried: SubjectSet) -> SubjectSet {
    let isUnsure = isSuperset(of: Self.ofEitherAge) && !carried.isSuperset(of: Self.ofEitherAge)
    return (isUnsure ? subtracting(Self.ofEitherAge) : self).intersection(carried)
  }

  /// What `person` may be on a form of `incomeYear`.
  ///
  /// A tax dependent whose age or whose form's year is not known may be of either age.
  public init(of person: borrowing PersonRecord, incomeYear: Int? = nil) {
    switch person.kind {
    case .employee: self = SubjectSet(.employee)
    case .officer: self = SubjectSet(.officer)
    case .proprietor: self = SubjectSet(.proprietor)
    case .payee:
      self = person.standing.heir ? [SubjectSet(.payee), SubjectSet(.heir)] : SubjectSet(.payee)
    case .family:
      self = SubjectSet(
        standing: person.standing, relationship: person.relationship, incomeYear: incomeYear)
    }
  }

  init(standing: DependentStanding, relationship: Relationship?, incomeYear: Int?) {
    self = []
    if standing.taxDependent {
      formUnion(Self.taxSubjects(standing, relationship: relationship, incomeYear: incomeYear))
    }
    if standing.healthDependent { formUnion(SubjectSet(.healthDependent)) }
    if standing.category3 { formUnion(SubjectSet(.category3Spouse)) }
    if standing.careFamily { formUnion(SubjectSet(.careFamily)) }
    if standing.heir { formUnion(SubjectSet(.heir)) }
  }

  private static func taxSubjects(
    _ standing: DependentStanding, relationship: Relationship?, incomeYear: Int?
  ) -> SubjectSet {
    switch relationship {
    case .spouse: return SubjectSet(.taxSpouse)
    // Income tax knows no unregistered spouse.
    case .unregisteredSpouse: return []
    default: break
    }
    switch incomeYear.flatMap({ standing.isUnderSixteen(inIncomeYear: $0) }) {
    case true: return SubjectSet(.taxDependentUnder16)
    case false: return SubjectSet(.taxDependent)
    case nil: return [SubjectSet(.taxDependent), SubjectSet(.taxDependentUnder16)]
    }
  }
}
