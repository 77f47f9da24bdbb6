public import People

/// A thing to look at that does not stop an export.
public struct SlipNote: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// The birth date agrees, but the name is not the one on record.
    case nameDiffers
  }

  public let line: Int
  public let person: PersonCode
  public let kind: Kind
}
