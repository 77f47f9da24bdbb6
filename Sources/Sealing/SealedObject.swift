public import People

/// The place of one sealed value: whose it is, what it is, which version.
public struct SealedObject: Hashable, Sendable {
  /// The person's random id.
  public let person: PersonID
  /// What it is.
  public let kind: SealedKind
  /// The version, from 1.
  public let version: Int

  /// Names a sealed value.
  public init(person: PersonID, kind: SealedKind, version: Int) {
    self.person = person
    self.kind = kind
    self.version = version
  }
}
