public import People

/// What the filing range asks about one person's pay of one income year.
public struct SlipFacts: Hashable, Sendable {
  /// Yen paid in the year.
  public var paid: Int
  /// An officer of a corporation, at any time in the year (役員).
  public var isOfficer: Bool
  /// A lawyer, tax accountant and the like who is paid a salary (弁護士等).
  public var isProfessional: Bool
  /// The year-end adjustment was made (年末調整).
  public var isAdjusted: Bool
  /// A dependents' declaration was filed (甲欄); false for 乙欄 and 丙欄.
  public var hasDeclaration: Bool
  /// Left before the end of the year.
  public var leftInYear: Bool
  /// The day of leaving, on which it depends when the slip is due; nil when nobody left or the day
  /// is not known.
  public var leftOn: CalendarDate?

  public init(
    paid: Int, isOfficer: Bool = false, isProfessional: Bool = false, isAdjusted: Bool,
    hasDeclaration: Bool, leftInYear: Bool = false, leftOn: CalendarDate? = nil
  ) {
    self.paid = paid
    self.isOfficer = isOfficer
    self.isProfessional = isProfessional
    self.isAdjusted = isAdjusted
    self.hasDeclaration = hasDeclaration
    self.leftInYear = leftInYear
    self.leftOn = leftOn
  }
}
