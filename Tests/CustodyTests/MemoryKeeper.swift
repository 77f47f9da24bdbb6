import MyNumberKit

/// Keeps the last-seen checkpoints in memory, as the state folder does on a disk.
final class MemoryKeeper: CheckpointKeeper {
  private var texts: [String: [UInt8]] = [:]

  func kept(for vault: VaultID) throws(CustodyError) -> [KeptCheckpoint] {
    var kept: [KeptCheckpoint] = []
    for (user, text) in texts {
      guard let signed = try? SignedCheckpoint(parsing: text) else {
        throw CustodyError(.integrity("a kept checkpoint is malformed"))
      }
      kept.append(KeptCheckpoint(signed: signed, place: "the memory of \(user)"))
    }
    return kept
  }

  func keep(_ text: [UInt8], seenBy user: String, in vault: VaultID) throws(CustodyError) {
    texts[user] = text
  }

  func keep(
    _ text: [UInt8], seenBy user: String, inPlaceOfAllIn vault: VaultID
  ) throws(CustodyError) { texts = [user: text] }
}
