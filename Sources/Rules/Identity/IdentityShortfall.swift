/// What is missing or wrong in a verification; no case repeats what a column says.
public enum IdentityShortfall: Hashable, Sendable {
  case numberDocumentMissing
  case identityDocumentsMissing(needed: Int)
  case methodMissing
  case dateMissing
  case dateInFuture
  /// A name of 番号確認書類 that the policy does not know.
  case numberDocumentUnknown
  /// The n-th name (from 1) of 身元確認書類 that the policy does not know.
  case identityDocumentUnknown(Int)
  /// The document was not accepted on the day of the verification.
  case documentNotInForce(id: String)
  /// The document is never accepted, such as the 個人番号通知書.
  case documentRefused(id: String)
  case notANumberProof(id: String)
  case methodNotAllowed
  /// The employee verifies dependents: the columns must be empty.
  case notTheEmployersToDo
  /// Verification without particulars counts only once the responsible person attests it.
  case notAttested
  /// The spouse's number comes through the employee: a power of attorney is missing.
  case powerMissing
}
