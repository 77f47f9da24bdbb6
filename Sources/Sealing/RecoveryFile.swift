public import Auditing
internal import Secrets

/// The text of a recovery file: key pairs under a passphrase, for a safe.
///
/// ```
/// mynumber recovery file v1
/// vault <base64url of the vault id>
/// <base64 of the 108 sealed bytes>
/// ```
public struct RecoveryFile: Hashable, Sendable {
  private static let title = "mynumber recovery file v1"

  /// The vault it belongs to.
  public let vault: VaultID
  /// What `UserSecrets.seal` made for the user `recovery`.
  public let sealed: [UInt8]

  /// Describes a recovery file.
  public init(vault: VaultID, sealed: [UInt8]) {
    self.vault = vault
    self.sealed = sealed
  }

  /// Reads a recovery file's text.
  ///
  /// - Throws: `.malformed`.
  public init(parsing text: String) throws(SealingError) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.count == 4, lines[0] == Self.title, lines[1].hasPrefix("vault "), lines[3].isEmpty,
      let vault = VaultID(text: String(lines[1].dropFirst(6))),
      let sealed = Base64.decode(lines[2]), sealed.count == UserSecrets.sealedCount
    else { throw SealingError(.malformed, doing: "read the recovery file") }
    self.init(vault: vault, sealed: sealed)
    guard self.text.utf8.elementsEqual(text.utf8) else {
      throw SealingError(.malformed, doing: "read the recovery file")
    }
  }

  /// The text to be written.
  public var text: String {
    "\(Self.title)\nvault \(vault)\n\(Base64.encode(sealed))\n"
  }
}
