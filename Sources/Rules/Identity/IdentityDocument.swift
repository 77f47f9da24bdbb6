/// A paper, card or record by which a number or an identity may be proved, as one policy row.
public struct IdentityDocument: Hashable, Sendable, Identifiable {
  /// What a document can stand for.
  public enum Use: String, CaseIterable, Hashable, Sendable {
    /// Number and identity at once (個人番号カード).
    case card
    /// The card's record in a telephone (カード代替電磁的記録).
    case electronicCard = "electronic-card"
    /// The number alone (住民票の写し).
    case number
    /// The number as recorded after an earlier verification.
    case pastFile = "past-file"
    /// An identity, with a photograph.
    case photo
    /// An identity, without one; two are needed.
    case nonPhoto = "non-photo"
    /// That somebody may act for the person (委任状).
    case power
    /// The person is plainly the one employed.
    case employment
    /// The employee verifies on the employer's behalf.
    case entrusted
    /// Never accepted.
    case refused
  }

  public let id: String
  public let ja: String
  public let en: String
  /// Other names under which a file may write it.
  public let aliases: [String]
  public let uses: Set<Use>
  public let citations: [Citation]
  /// What must be true of the paper, which no column can show.
  public let condition: String?
  public let inForce: InForce

  /// Whether a file may call the document so.
  func isNamed(_ name: String) -> Bool {
    ([id, ja, en] + aliases).contains(name)
  }
}
