public import People

/// What the columns of a person file say of a verification: kinds of documents, method and dates.
public struct IdentityColumns: Hashable, Sendable {
  /// 番号確認書類, as written.
  public var numberDocument: String?
  /// 身元確認書類, as written, one each.
  public var identityDocuments: [String] = []
  /// 確認方法.
  public var method: VerificationMethod?
  /// 確認日.
  public var verifiedOn: CalendarDate?
  /// 提供者; nil for the person, or the employee of a family member.
  public var provider: IdentityProvider?
  /// 代理権確認書類, as written, one each.
  public var powerDocuments: [String] = []
  /// 同意日, for a number from a former employer.
  public var consentOn: CalendarDate?
  /// 確認事項: what no paper shows and was said to hold.
  public var facts: [IdentityFact] = []
  /// 書類の有効期限 and 書類の発行日, as far as they are said.
  public var days: [DocumentDay] = []
  /// 国外居住: whether the person lived abroad then.
  public var livesAbroad = false

  /// Nothing said.
  public init() {}

  /// Whether every column of the verification is empty; where the person lives is not one of them.
  public var isEmpty: Bool { method == nil && hasNoParticulars }

  /// Whether all that is said is that nothing was kept (記録なし).
  var isWithoutParticulars: Bool { method == .noRecord && hasNoParticulars }

  private var hasNoParticulars: Bool {
    numberDocument == nil && identityDocuments.isEmpty && verifiedOn == nil && provider == nil
      && powerDocuments.isEmpty && consentOn == nil && facts.isEmpty && days.isEmpty
  }
}
