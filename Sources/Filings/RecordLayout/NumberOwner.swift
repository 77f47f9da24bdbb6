/// Whose number a field holds.
public enum NumberOwner: Hashable, Sendable {
  case payer
  /// The employee.
  case oneself
  case spouse
  /// A dependent of 16 or older, 1 to 4.
  case dependent(Int)
  /// A dependent under 16, 1 to 4.
  case underSixteen(Int)
  /// The fifth dependent and those after, each with its number in the summary.
  case remarksDependents
  case remarksUnderSixteen

  init?(_ text: some StringProtocol) {
    switch text {
    case "payer": self = .payer
    case "self": self = .oneself
    case "spouse": self = .spouse
    case "remarks-dependents": self = .remarksDependents
    case "remarks-under16": self = .remarksUnderSixteen
    default:
      guard let last = text.last, let index = Int(String(last)), (1...4).contains(index)
      else { return nil }
      switch text.dropLast() {
      case "dependent": self = .dependent(index)
      case "under16-": self = .underSixteen(index)
      default: return nil
      }
    }
  }
}
