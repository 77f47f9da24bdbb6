public import People

/// A place in a record that one person's number fills.
public struct RecordSlot: Hashable, Sendable {
  public let person: PersonCode
  public let owner: NumberOwner
}
