public import People

/// What somebody was paid of one kind; it holds no number and no name.
public struct RecordFigures: Hashable, Sendable {
  public let person: PersonCode
  /// 区分 as the file has it; empty for retirement pay.
  public let kind: String
  /// Whether the payee is a person, and not a corporation.
  public let isIndividual: Bool
  public let isFiled: Bool
  /// Yen.
  public let paid: Int
  public let tax: Int
}
