public import People
public import Rules

/// A place in a filing that one person's number fills.
public struct NumberSlot: Hashable, Sendable {
  /// The row of the filing, from 0.
  public let row: Int
  /// The field of the record, from 1.
  public let field: Int
  public let person: PersonCode
  /// The form copy as which the number is read.
  public let form: FormCopyID
  public let owner: NumberOwner
  /// Which of the person's numbers: on a row that voids one filed before, the one then written.
  public let number: WantedNumber
  /// Why the person has no usable number, by the record.
  public let lacking: NoNumberReason?
}
