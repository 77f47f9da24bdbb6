/// Whether an incident is reported, as far as the log and the register know.
public enum IncidentVerdict: String, CaseIterable, Comparable, Sendable {
  case notRequired = "no"
  /// Strong encryption frees from the duty, which nobody can show without knowing where the keys are.
  case freeIfKeysAreSafe = "no-if-keys-are-safe"
  /// Nobody was found, or a fact that decides is not in the log.
  case unknown
  case required = "yes"

  /// Whether it is neither: something must be found out first.
  public var isOpen: Bool { self == .freeIfKeysAreSafe || self == .unknown }

  /// The graver one is greater.
  public static func < (left: IncidentVerdict, right: IncidentVerdict) -> Bool {
    left.gravity < right.gravity
  }

  private var gravity: Int {
    switch self {
    case .notRequired: 0
    case .freeIfKeysAreSafe: 1
    case .unknown: 2
    case .required: 3
    }
  }
}
