import MyNumberKit

/// Keeps checkpoints until the disk is full.
final class FullDiskKeeper: CheckpointKeeper {
  var isFull = false

  func kept(for vault: VaultID) throws(CustodyError) -> [KeptCheckpoint] { [] }

  func keep(_ text: [UInt8], seenBy user: String, in vault: VaultID) throws(CustodyError) {
    if isFull { throw CustodyError(.checkpointNotKept(place: "/witness", number: 28)) }
  }

  func keep(
    _ text: [UInt8], seenBy user: String, inPlaceOfAllIn vault: VaultID
  ) throws(CustodyError) { try keep(text, seenBy: user, in: vault) }
}
