internal import Auditing
internal import JSON
internal import Rules
internal import Sealing
internal import Secrets
internal import Storage

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
    let yamlDigest = try digest(yaml)
    let designationsDigest = try designations.map(digest)
    let transaction = try Transaction(vault, touchesKeys: false)
    var content = session.entry("employer-set")
    content.detail["yaml"] = .string(Hex.encode(yamlDigest))
    do throws(StorageError) {
      try vault.store.putDocument(
        digest: yamlDigest.span, kind: Self.yamlKind, bytes: yaml.span)
      if let designations, let designationsDigest {
        try vault.store.putDocument(
          digest: designationsDigest.span, kind: Self.designationsKind, bytes: designations.span)
      }
    } catch {
      throw CustodyError(error)
    }
    if let designationsDigest {
      content.detail["designations"] = .string(Hex.encode(designationsDigest))
    }
    try transaction.add(content)
    try transaction.finish(signedBy: session.secrets.signer)
  }

  /// The employer file that the newest entry names; nil if there is none.
  public func show() throws(CustodyError) -> EmployerFile? {
    var newest: EntryContent?
    try vault.forEachEntry { (bytes) throws(CustodyError) in
      guard let content = try Self.employerEntry(bytes) else { return }
      newest = content
    }
    guard case .string(let yaml)? = newest?.detail["yaml"] else { return nil }
    var designations: [UInt8]?
    if case .string(let digest)? = newest?.detail["designations"] {
      designations = try document(digest, Self.designationsKind)
    }
    return EmployerFile(
      yaml: try document(yaml, Self.yamlKind), designations: designations)
  }

  private static func employerEntry(_ bytes: Span<UInt8>) throws(CustodyError) -> EntryContent? {
    do throws(AuditingError) {
      guard Entry.action(of: bytes, is: "\"employer-set\"") else { return nil }
      return try Entry(parsing: bytes).content
    } catch {
      throw CustodyError(error)
    }
  }

  private func document(_ hex: String, _ kind: String) throws(CustodyError) -> [UInt8] {
    let wrong = CustodyError(.integrity("vault.sqlite: the employer file was altered"))
    guard let digest = Hex.decode(hex) else { throw wrong }
    let row: DocumentRow?
    do throws(StorageError) {
      row = try vault.store.document(digest: digest.span)
    } catch {
      throw CustodyError(error)
    }
    guard let row, row.kind == kind, try self.digest(row.bytes) == digest else { throw wrong }
    return row.bytes
  }

  private func digest(_ bytes: [UInt8]) throws(CustodyError) -> [UInt8] {
    try CustodyError.gathering { try SHA256.hash(bytes.span) }
  }
}
