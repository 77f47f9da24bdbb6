extension Vault {
  /// Keeps the checkpoint of what is durable; a failure is noted, since the work is done.
  func keepCheckpoint(_ text: [UInt8], seenBy user: String) {
    do throws(CustodyError) {
      try environment.keeper?.keep(text, seenBy: user, in: id)
      unkeptCheckpoint = nil
    } catch {
      unkeptCheckpoint = error
    }
  }
}
