/// What offline verification found in a certificate of disposal that is right.
public struct CertificateVerdict: Sendable {
  /// The vault whose certificate it is.
  public let vaultID: VaultID
  /// The employer's name, as entry 0 has it.
  public let organisation: String
  /// Who signed it.
  public let issuer: UserAccount
  /// Who destroyed.
  public let destroyer: UserAccount
  /// What it states.
  public let statement: DisposalStatement
  /// Whether the root of a checkpoint from outside was held against one of the certificate's.
  public let isAnchored: Bool
}
