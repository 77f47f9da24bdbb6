/// Who hands the number over.
public enum IdentityProvider: String, CaseIterable, Hashable, Sendable {
  /// The person whose number it is.
  case person
  /// The employee, for a family member.
  case employee
  /// Such as a parent or a guardian (法定代理人).
  case statutoryAgent = "statutory-agent"
  /// By a mandate (任意代理人).
  case voluntaryAgent = "voluntary-agent"
  /// A corporation with power to act (代理人が法人).
  case corporateAgent = "corporate-agent"
  /// The employer before this one (番号法19条4号).
  case formerEmployer = "former-employer"

  /// The provider of an id or a Japanese word; nil for another.
  public init?(label: String) {
    guard let found = Self.allCases.first(where: { $0.rawValue == label || $0.japanese == label })
    else { return nil }
    self = found
  }

  /// The word of the column 提供者 provided_by.
  public var japanese: String {
    switch self {
    case .person: "本人"
    case .employee: "従業員"
    case .statutoryAgent: "法定代理人"
    case .voluntaryAgent: "任意代理人"
    case .corporateAgent: "法人の代理人"
    case .formerEmployer: "前の事業者"
    }
  }

  /// Whether somebody acts for the person, so that a power must be proved.
  public var isAgent: Bool { self != .person && self != .formerEmployer }
}
