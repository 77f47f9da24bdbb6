public import Auditing

/// A checkpoint that is kept outside the vault, and where.
public struct KeptCheckpoint: Sendable {
  /// The checkpoint.
  public let signed: SignedCheckpoint
  /// Where it is kept, for the message.
  public let place: String

  /// Describes a kept checkpoint.
  public init(signed: SignedCheckpoint, place: String) {
    self.signed = signed
    self.place = place
  }
}
