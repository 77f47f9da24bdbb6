/// What is kept of the verification of the number in use.
public enum StoredEvidence: Hashable, Sendable {
  /// Nothing.
  case none
  /// Something, which the session has no key to look at.
  case sealed
  /// The particulars.
  case opened(EvidenceRecord)
}
