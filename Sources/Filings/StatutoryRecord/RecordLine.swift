internal import Numbers
public import People

/// One record of a filing, without its numbers.
public struct RecordLine: Sendable {
  /// The line of the file that it begins with.
  public let line: Int
  public let person: PersonCode
  /// The day on which retirement pay was paid.
  public let paidOn: CalendarDate?
  /// Whether it voids one filed before.
  public let isVoiding: Bool
  /// The register's id of the file with the record that it voids; nil where the register does not
  /// say.
  let voidedIn: String?
  /// The numbers needed, in output order; none for a corporation's record.
  public let slots: [RecordSlot]
  /// The public number of a payee that is no person.
  let corporation: CorporateNumber?
  let composed: ComposedRow
}
