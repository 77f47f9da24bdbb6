/// Who verifies a family member's identity for a purpose.
public enum FamilyVerifier: String, CaseIterable, Hashable, Sendable {
  /// The employee, who is the one bound to file (所得税法194条, 健康保険法施行規則38条).
  case employee
  /// The employer: the family member files through it (国民年金法12条5項・6項).
  case employer
}
