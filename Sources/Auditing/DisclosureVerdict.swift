/// What a person was given of the log, as it was verified.
public struct DisclosureVerdict: Sendable {
  /// The action of the entry that ends it.
  public static let action = "disclose"

  /// The vault whose log it is of.
  public let vaultID: VaultID
  /// The person's code.
  public let person: String
  /// Who signed.
  public let signer: UserAccount
  /// The checkpoint to whose root the entries lead.
  public let checkpoint: SignedCheckpoint
  /// The person's entries, the last of which says how many there are.
  public let entries: [Entry]
  /// Whether the root is that of a checkpoint from outside.
  public let isAnchored: Bool
  /// The entries' exact bytes.
  let exact: [[UInt8]]
}
