/// How it came about, as far as is known.
///
/// Source: guideline for businesses (番号法ガイドライン), annex 2, 3 B: the examples of what counts as
/// likely done for a wrongful purpose.
public enum IncidentCause: String, CaseIterable, Hashable, Sendable {
  /// Papers, media or devices were stolen.
  case theft
  /// Somebody inside took it out or handed it on.
  case insider
  /// Somebody came in through the network.
  case unauthorisedAccess = "unauthorised-access"
  /// Ransomware made it unusable.
  case ransomware
  /// Papers, media or devices cannot be found.
  case misplaced
  /// It went to the wrong address.
  case misdelivered
  /// A setting let others see it.
  case misconfigured
  /// A machine or a program failed.
  case failure
  /// Not known yet.
  case unknown

  /// Whether a wrongful purpose (不正の目的) is likely by itself.
  public var isWrongful: Bool {
    switch self {
    case .theft, .insider, .unauthorisedAccess, .ransomware: true
    case .misplaced, .misdelivered, .misconfigured, .failure, .unknown: false
    }
  }
}
