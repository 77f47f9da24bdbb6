/// What happened to specific personal information (特定個人情報).
public enum IncidentHarm: String, CaseIterable, Hashable, Sendable {
  /// It went outside (漏えい).
  case leak
  /// Its content is lost (滅失).
  case loss
  /// It cannot be used, as after ransomware or when the decryption key is lost (毀損).
  case damage
  /// Its content was changed against intent (毀損のうち改ざん): a copy elsewhere does not mend that.
  case alteration
  /// It was used contrary to Article 9 (番号法9条).
  case use
  /// It was provided contrary to Article 19 (番号法19条).
  case provision

  /// Leak, loss and damage, be it by alteration: what is called 漏えい等.
  public static let leakAndTheLike: [IncidentHarm] = [.leak, .loss, .damage, .alteration]
}
