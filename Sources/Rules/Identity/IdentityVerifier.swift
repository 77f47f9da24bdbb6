/// Who is the one to verify.
public enum IdentityVerifier: String, CaseIterable, Hashable, Sendable {
  case employer
  /// The employee, who is the one bound to file (所得税法194条, 健康保険法施行規則38条).
  case employee
  /// The new employer's right to rely on the former one (番号法19条4号).
  case nobody
}
