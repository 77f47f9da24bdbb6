/// For what a family member counts as a dependent.
public struct DependentStanding: Hashable, Sendable {
  /// On the employee's declaration for income or resident tax (税扶養).
  public var taxDependent: Bool
  /// Under the employee's health insurance (健保扶養).
  public var healthDependent: Bool
  /// A category-3 insured spouse of the national pension (第3号).
  public var category3: Bool
  /// A relative for whose care the employee takes leave (介護休業の対象家族).
  public var careFamily: Bool
  /// Receives a dead employee's retirement pay or wages (相続人).
  public var heir: Bool
  /// The first income year (1 to 9999) on whose 31 December this person is 16 or older; nil when the
  /// day of birth is unknown.
  ///
  /// A decision about a form copy needs the age, and the day of birth is sealed: see
  /// ``CalendarDate/firstYear(ofAge:)``.
  public private(set) var sixteenFrom: Int?

  /// Makes a standing; a year outside 1 to 9999 counts as unknown.
  public init(
    taxDependent: Bool = false, healthDependent: Bool = false, category3: Bool = false,
    careFamily: Bool = false, heir: Bool = false, sixteenFrom: Int? = nil
  ) {
    self.taxDependent = taxDependent
    self.healthDependent = healthDependent
    self.category3 = category3
    self.careFamily = careFamily
    self.heir = heir
    self.sixteenFrom = sixteenFrom.flatMap { (1...9999).contains($0) ? $0 : nil }
  }

  /// The standing of everyone who is nobody's dependent.
  public static let none = DependentStanding()

  /// Whether the person counts as a dependent for anything.
  public var isDependent: Bool { isDependentOfEmployee || heir }

  /// Whether the person counts as a dependent for anything while the employee lives.
  public var isDependentOfEmployee: Bool {
    taxDependent || healthDependent || category3 || careFamily
  }

  /// Whether the person is under 16 at the end of an income year; nil when the age is unknown.
  public func isUnderSixteen(inIncomeYear year: Int) -> Bool? { sixteenFrom.map { year < $0 } }
}

extension DependentStanding {
  /// The flags as bits, lowest first in the order of the declaration.
  var bits: UInt8 {
    (taxDependent ? 1 : 0) | (healthDependent ? 2 : 0) | (category3 ? 4 : 0) | (careFamily ? 8 : 0)
      | (heir ? 16 : 0)
  }

  init(bits: UInt8, sixteenFrom: Int?) throws(PeopleError) {
    guard bits < 32 else { throw .malformed }
    self.init(
      taxDependent: bits & 1 != 0, healthDependent: bits & 2 != 0, category3: bits & 4 != 0,
      careFamily: bits & 8 != 0, heir: bits & 16 != 0, sixteenFrom: sixteenFrom)
  }
}
