internal import Auditing
public import People

/// The texts by which people were told, as they were kept.
public struct KeptNotices {
  static let kind = "notice"
  private let vault: Vault

  /// Reads from a vault.
  public init(_ vault: Vault) { self.vault = vault }

  /// The text by which a declaration was made; nil when none was kept.
  ///
  /// - Throws: `.integrity` if it is missing or not what the person's record says.
  public func text(of declaration: Declaration) throws(CustodyError) -> [UInt8]? {
    guard let digest = declaration.noticeDigest else { return nil }
    return try KeptDocuments(vault).document(Hex.encode(digest), kind: Self.kind)
  }
}
