/// A file beside the log, verified by itself, that is to be held against the log.
public enum LogStatement: Sendable {
  /// What a certificate of disposal states.
  case disposal(DisposalStatement)
  /// What a person was given of the log.
  case disclosure(DisclosureVerdict)

  var proof: any LogProof {
    switch self {
    case .disposal(let statement): DisposalProof(statement)
    case .disclosure(let verdict): DisclosureProof(verdict)
    }
  }
}
