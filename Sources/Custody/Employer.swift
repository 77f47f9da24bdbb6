internal import Auditing
internal import JSON
internal import Rules
internal import Sealing

/// Keeps the employer file: what filings need to know of the employer.
public struct Employer {
  private let session: Session
  private static let yamlKind = "employer"
  private static let designationsKind = "designations"
  private var vault: Vault { session.vault }

  /// Acts as the session's user.
  public init(_ session: Session) { self.session = session }

  /// Stores the file and, if given, the designation numbers; the log pins their digests.
  public func set(_ yaml: [UInt8], designations: [UInt8]?) throws(CustodyError) {
    try session.require(.employer)
    // The log keeps the file's digest, so no number may stand in it.
    let mistakes =
      EmployerNumbers.mistakes(inYAML: yaml)
      + (designations.map(EmployerNumbers.mistakes(inDesignations:)) ?? [])
    guard mistakes.isEmpty else { throw CustodyError(.badInput(mistakes)) }
    let transaction = try Transaction(vault, touchesKeys: false)
    let documents = KeptDocuments(vault)
    var content = session.entry(PinIndex.employerSet)
    content.detail["yaml"] = .string(try documents.keep(yaml, kind: Self.yamlKind))
    if let designations {
      content.detail["designations"] = .string(
        try documents.keep(designations, kind: Self.designationsKind))
    }
    try transaction.add(content)
    try transaction.finish(signedBy: session.secrets.signer)
  }

  /// The employer file that the newest entry names; nil if there is none.
  public func show() throws(CustodyError) -> EmployerFile? {
    let documents = KeptDocuments(vault)
    let newest = vault.pins.employer
    guard case .string(let yaml)? = newest?["yaml"] else { return nil }
    var designations: [UInt8]?
    if case .string(let digest)? = newest?["designations"] {
      designations = try documents.document(digest, kind: Self.designationsKind)
    }
    return EmployerFile(
      yaml: try documents.document(yaml, kind: Self.yamlKind), designations: designations)
  }
}
