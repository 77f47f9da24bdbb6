import Auditing
import TestSupport
import Testing

/// Asks our verifier and the one in Python; they must say the same, the other by its own status for bad
/// logs.
func bothSay(
  isGood: Bool, of log: [UInt8], vault: VaultID, containing checkpoint: [UInt8]? = nil,
  _ what: Comment
) throws {
  let ours = failure(log, of: vault, containing: checkpoint)
  let theirs = try PythonVerifier.verify(log, vault: "\(vault)", containing: checkpoint)
  #expect((ours == nil) == isGood, "\(what): \(ours.debugDescription)")
  #expect(theirs.status == (isGood ? 0 : 76), "\(what): \(theirs.message)")
}
