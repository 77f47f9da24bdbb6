/// An office with its codes for notices.
public struct FilingOffice: Hashable, Sendable {
  /// The codes of the pension office (事業所整理記号, 事業所番号).
  public struct Pension: Hashable, Sendable {
    public let prefecture: String
    public let district: String
    public let symbol: String
    public let number: String
  }

  public let code: String
  public let name: String
  public let address: String
  public let pension: Pension?
  /// The eleven digits of 雇用保険適用事業所番号.
  public let employmentInsurance: String?
}
