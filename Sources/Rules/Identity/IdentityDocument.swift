public import People

/// A paper, card or record by which a number or an identity may be proved, as one policy row.
public struct IdentityDocument: Hashable, Sendable, Identifiable {
  /// What a document can stand for.
  public enum Use: String, CaseIterable, Hashable, Sendable {
    /// Number and identity at once (個人番号カード).
    case card
    /// The card's record in a telephone (カード代替電磁的記録).
    case electronicCard = "electronic-card"
    /// The card's face with the electronic signature's certificate (署名券面情報).
    case signedCard = "signed-card"
    /// The card's face through an approved program.
    case appCard = "app-card"
    /// The number alone (住民票の写し).
    case number
    /// The number, transitionally (通知カード).
    case notificationCard = "notification-card"
    /// The number on another paper of an office.
    case officialNumber = "official-number"
    /// The number as recorded after an earlier verification.
    case pastFile = "past-file"
    /// An identity, with a photograph.
    case photo
    /// An identity, without one; two are needed.
    case nonPhoto = "non-photo"
    /// An electronic signature (署名用電子証明書).
    case signature
    /// A login that the employer gave out.
    case login
    /// That a statutory agent may act (戸籍謄本).
    case statutoryPower = "statutory-power"
    /// That somebody may act by the person's will (委任状).
    case mandate
    /// The power of a corporation, with its name and head office.
    case corporatePower = "corporate-power"
    /// A paper of which the person has only one, in the agent's hands.
    case powerPaper = "power-paper"
    /// That the corporation exists (登記事項証明書).
    case registration
    /// That who is here acts for the corporation.
    case relation
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
  /// Names that also say that every fact of the document holds.
  public let vouchedAliases: [String]
  public let uses: CaseSet<Use>
  /// What must be true of the paper, which it does not show.
  public let facts: CaseSet<IdentityFact>
  /// Whether it bears a last day that must be stated.
  public let expires: Bool
  /// How many months after its issue it counts; nil when its age does not matter.
  public let months: Int?
  /// The first day of issue from which it counts; nil when every one does.
  public let issuedFrom: CalendarDate?
  public let citations: [Citation]
  public let inForce: InForce

  /// Whether the day of its issue must be stated.
  public var asksIssue: Bool { months != nil || issuedFrom != nil }

  /// Whether a mapping may call the document so; it vouches for nothing.
  func isNamed(_ name: String) -> Bool {
    ([id, ja, en] + aliases).contains(name)
  }
}
