internal import Auditing
internal import JSON
internal import Rules

/// The draft of what is told the Commission and the people, in Japanese, from an assessment.
///
/// What only the employer knows is left as a blank, marked 【要記入：…】. Codes stand in the list of
/// people alone, which goes to nobody.
///
/// Source: the nine items of 規則3条1項 (速報 and 確報), the five of them that 規則5条 wants for the person.
public struct IncidentDraft: Sendable {
  /// Which report it is.
  public enum Kind: String, Hashable, Sendable {
    case first = "first-report"
    case final = "final-report"
  }

  public let assessment: IncidentAssessment
  public let kind: Kind
  /// The employer's name.
  public let organisation: String

  /// Drafts a report.
  public init(_ assessment: IncidentAssessment, _ kind: Kind, organisation: String) {
    self.assessment = assessment
    self.kind = kind
    self.organisation = organisation
  }

  /// One item: its number in 規則3条1項, its title and its lines.
  struct Item {
    let number: Int
    let title: String
    let lines: [String]

    /// Whether something in it is left to the employer.
    var hasBlank: Bool { lines.contains { $0.contains("【要記入") } }
  }

  /// The nine items in order.
  var items: [Item] { IncidentDraftItems(self).all }

  /// The items of the notice to the people: 1, 2, 4, 5 and 9 (規則5条).
  var noticeItems: [Item] { items.filter { [1, 2, 4, 5, 9].contains($0.number) } }

  /// How many blanks only the employer can fill in.
  public var blanks: Int { items.filter(\.hasBlank).count }
}
