/// What is known of the encryption of what leaked: the evidence of the exemption.
///
/// Information under strong encryption or the like (高度な暗号化その他の個人の権利利益を保護するために必要な
/// 措置, 規則2条1号) need not be reported. By the Commission's answer 17-14 that takes an algorithm of the
/// e-government list or of ISO/IEC 18033, rightly implemented by the state of the art of that day, and one
/// of three ways of keeping the means of decryption from others.
public struct IncidentProtection: Hashable, Sendable {
  /// The algorithm's name, such as `AES-256-GCM`.
  public var algorithm: String?
  /// It stands in the list of recommended ciphers (電子政府推奨暗号リスト) or in ISO/IEC 18033.
  public var isListed: Bool
  /// It is rightly implemented, as of the day of the incident.
  public var isImplemented: Bool
  /// The key was kept apart and did not leak.
  public var isKeyApart: Bool
  /// The data or the key were erased from afar.
  public var isErased: Bool
  /// By design no third party can use the key.
  public var isKeyUnusable: Bool

  public init(
    algorithm: String? = nil, isListed: Bool = false, isImplemented: Bool = false,
    isKeyApart: Bool = false, isErased: Bool = false, isKeyUnusable: Bool = false
  ) {
    self.algorithm = algorithm
    self.isListed = isListed
    self.isImplemented = isImplemented
    self.isKeyApart = isKeyApart
    self.isErased = isErased
    self.isKeyUnusable = isKeyUnusable
  }

  /// What is not shown; empty where the exemption holds.
  public var missing: [IncidentReason] {
    var missing: [IncidentReason] = []
    if !isListed {
      missing.append(
        Self.needs(
          "listed", "電子政府推奨暗号リスト等の暗号技術であること",
          "an algorithm of the e-government list or ISO/IEC 18033"))
    }
    if !isImplemented {
      missing.append(Self.needs("implemented", "適切に実装されていること", "a right implementation"))
    }
    if !isKeyApart && !isErased && !isKeyUnusable {
      missing.append(
        Self.needs(
          "key", "復号鍵の分離・遠隔削除・第三者が行使できない設計のいずれか",
          "a key kept apart, erased from afar, or of no use to others by design"))
    }
    return missing
  }

  private static func needs(_ id: String, _ ja: String, _ en: String) -> IncidentReason {
    IncidentReason(
      "protection-\(id)", "高度な暗号化等といえるために示すもの：" + ja, "not shown: " + en,
      IncidentLaw.rule + "2条1号", "番号法ガイドラインQ&A17-14")
  }
}
