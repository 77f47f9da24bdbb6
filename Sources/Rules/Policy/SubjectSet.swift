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
    }
  }

  public init(_ subjects: some Sequence<Subject>) {
    self = subjects.reduce(into: []) { $0.formUnion(SubjectSet($1)) }
  }

  /// The members, in the order of the enum.
  public var subjects: [Subject] { Subject.allCases.filter { contains(SubjectSet($0)) } }

  /// What `person` may be on a form.
  ///
  /// - Parameter isUnder16: the age under 年齢計算ニ関スル法律 at the form's day, when the caller
  ///   knows it; nil leaves both readings of a tax dependent open.
  public init(of person: borrowing PersonRecord, isUnder16: Bool? = nil) {
    switch person.kind {
    case .employee: self = SubjectSet(.employee)
    case .officer: self = SubjectSet(.officer)
    case .proprietor: self = SubjectSet(.proprietor)
    case .payee: self = SubjectSet(.payee)
    case .family: self = SubjectSet(family: person, isUnder16: isUnder16)
    }
  }

  private init(family person: borrowing PersonRecord, isUnder16: Bool?) {
    var set = SubjectSet(.careFamily)
    if person.standing.taxDependent {
      if person.relationship == .spouse {
        set.formUnion(SubjectSet(.taxSpouse))
      } else {
        if isUnder16 != true { set.formUnion(SubjectSet(.taxDependent)) }
        if isUnder16 != false { set.formUnion(SubjectSet(.taxDependentUnder16)) }
      }
    }
    if person.standing.healthDependent { set.formUnion(SubjectSet(.healthDependent)) }
    if person.standing.category3 { set.formUnion(SubjectSet(.category3Spouse)) }
    self = set
  }
}
