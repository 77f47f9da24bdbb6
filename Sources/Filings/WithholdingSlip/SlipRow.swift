public import People

/// One row of a planned filing, without its numbers.
///
/// It is shared, not copied, on its way from the planning to the file.
public final class SlipRow: Sendable {
  /// The line of the payroll file.
  public let line: Int
  public let person: PersonCode
  /// Whether the person filed a dependents' declaration for the year (甲欄).
  public let hasDeclaration: Bool
  /// Whether the row voids one filed before.
  public let isVoiding: Bool
  /// The register's id of the file with the slip that it voids; nil where the register does not say.
  let voidedIn: String?
  /// The day by which it is due: that of a leaver may come before the others'.
  public let due: CalendarDate?
  /// The numbers needed, in output order.
  public let slots: [NumberSlot]
  /// The place of its first slot among all the filing's.
  public let firstSlot: Int
  /// The bytes with the line ending, number fields empty.
  let bytes: [UInt8]
  /// Where numbers go, ascending: one for each slot.
  let holes: [NumberHole]
  /// What stands on it on paper; nil for a record.
  let texts: PaperTexts?
  /// Whether all its fields were searched for what could be a number when the row was read.
  let isSearched: Bool

  init(
    line: Int, person: PersonCode, hasDeclaration: Bool, isVoiding: Bool, voidedIn: String?,
    due: CalendarDate?, slots: [NumberSlot], firstSlot: Int, bytes: [UInt8], holes: [NumberHole],
    texts: PaperTexts?, isSearched: Bool
  ) {
    self.line = line
    self.person = person
    self.hasDeclaration = hasDeclaration
    self.isVoiding = isVoiding
    self.voidedIn = voidedIn
    self.due = due
    self.slots = slots
    self.firstSlot = firstSlot
    self.bytes = bytes
    self.holes = holes
    self.texts = texts
    self.isSearched = isSearched
  }

  /// What the composer needs of it.
  var composed: ComposedRow { ComposedRow(firstSlot: firstSlot, bytes: bytes, holes: holes) }
}
