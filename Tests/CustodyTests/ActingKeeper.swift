import MyNumberKit

/// Lets somebody else work with the vault at once after a commit of a session.
final class ActingKeeper: CheckpointKeeper {
  /// What happens after the next commit.
  var act: (() throws -> Void)?
  /// What went wrong then.
  private(set) var failure: (any Error)?

  func kept(for vault: VaultID) throws(CustodyError) -> [KeptCheckpoint] { [] }

  func keep(_ text: [UInt8], seenBy user: String, in vault: VaultID) throws(CustodyError) {
    guard let act else { return }
    self.act = nil
    do { try act() } catch { failure = error }
  }

  func keep(
    _ text: [UInt8], seenBy user: String, inPlaceOfAllIn vault: VaultID
  ) throws(CustodyError) { try keep(text, seenBy: user, in: vault) }
}
