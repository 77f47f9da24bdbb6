/// The plain columns of a wrapped data key.
public struct WrapHeader: Hashable, Sendable {
  public let id: Int64
  public let person: Int64
  public let object: WrapObject
  public let version: Int
  /// The small number the caller gives to a purpose or compartment key.
  public let key: Int64
  /// The row of the lockbox whose exported key wraps it.
  public let lockbox: Int64
  public let isErased: Bool

  public init(
    id: Int64, person: Int64, object: WrapObject, version: Int, key: Int64, lockbox: Int64,
    isErased: Bool
  ) {
    self.id = id
    self.person = person
    self.object = object
    self.version = version
    self.key = key
    self.lockbox = lockbox
    self.isErased = isErased
  }
}
