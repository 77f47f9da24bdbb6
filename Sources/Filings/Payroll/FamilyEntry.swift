public import People

/// A family member whom a payroll row names.
public struct FamilyEntry: Hashable, Sendable {
  public let place: FamilyPlace
  /// As the file has it.
  public let name: String
  public var kana: String?
  /// 区分: `00` or blank for a resident.
  public var residence: String?
  /// From a column of its own; the official record has none.
  public var birthDate: CalendarDate?
  /// The number in front of the name in the summary; nil for those with a box.
  public var label: Int?
  /// The name's column, from 1.
  public let column: Int

  /// Whether 区分 says that the person lives abroad.
  var livesAbroad: Bool { residence.map { $0 != "" && $0 != "0" && $0 != "00" } ?? false }
}
