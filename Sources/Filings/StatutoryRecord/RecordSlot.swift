public import People

/// A place in a record that one person's number fills.
public struct RecordSlot: Hashable, Sendable {
  /// The field of the record, from 1.
  public let field: Int
  public let person: PersonCode
  public let owner: NumberOwner
  /// Which of the person's numbers: on a record that voids one filed before, the one then written.
  public let number: WantedNumber
}
