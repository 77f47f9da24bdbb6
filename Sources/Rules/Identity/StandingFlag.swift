internal import People

/// A flag of a family member's standing, as a case in JSON names it.
enum StandingFlag: String, CaseIterable {
  case taxDependent = "tax-dependent"
  case healthDependent = "health-dependent"
  case category3Spouse = "category3-spouse"
  case careFamily = "care-family"
  case heir

  /// Sets the flag.
  func set(in standing: inout DependentStanding) {
    switch self {
    case .taxDependent: standing.taxDependent = true
    case .healthDependent: standing.healthDependent = true
    case .category3Spouse: standing.category3 = true
    case .careFamily: standing.careFamily = true
    case .heir: standing.heir = true
    }
  }

  func isSet(in standing: DependentStanding) -> Bool {
    switch self {
    case .taxDependent: standing.taxDependent
    case .healthDependent: standing.healthDependent
    case .category3Spouse: standing.category3
    case .careFamily: standing.careFamily
    case .heir: standing.heir
    }
  }
}
