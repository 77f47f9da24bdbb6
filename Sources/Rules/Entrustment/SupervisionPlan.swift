/// How the contractor's handling is looked at (番号法11条; 委託先における特定個人情報の取扱状況の把握).
public struct SupervisionPlan: Hashable, Sendable {
  /// What is done, in the employer's words.
  public let how: String
  /// At the latest every so many months.
  public let months: Int

  public init(how: String, months: Int) {
    self.how = how
    self.months = months
  }
}
