internal import Auditing
internal import Secrets
internal import Storage

/// Clear documents under their digests, each vouched for by a log entry that names its digest.
///
/// The table alone says nothing: what stands in force is found by reading the entries, and what
/// the table gives for a digest is hashed again. A document must hold no number, since the log
/// keeps its digest.
struct KeptDocuments {
  private let vault: Vault

  init(_ vault: Vault) { self.vault = vault }

  /// Stores a document inside an open transaction.
  ///
  /// - Returns: SHA-256 of its bytes in hexadecimal, for the detail of the entry that names it.
  func keep(_ bytes: [UInt8], kind: String) throws(CustodyError) -> String {
    let digest = try digest(bytes)
    do throws(StorageError) {
      try vault.store.putDocument(digest: digest.span, kind: kind, bytes: bytes.span)
    } catch {
      throw CustodyError(error)
    }
    return Hex.encode(digest)
  }

  /// The bytes of the document that an entry names.
  ///
  /// - Throws: `.integrity` if it is missing, of another kind, or not what the digest says.
  func document(_ hex: String, kind: String) throws(CustodyError) -> [UInt8] {
    let wrong = CustodyError(.integrity("vault.sqlite: a document (\(kind)) was altered"))
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

  /// The entries of some actions, oldest first.
  ///
  /// - Parameter actions: The actions in JSON, quotes included.
  /// - Throws: `.integrity` if the log is not the one that was checked when the vault was opened.
  func entries(of actions: StaticString...) throws(CustodyError) -> [Entry] {
    var found: [Entry] = []
    try vault.forEachEntry { (bytes) throws(CustodyError) in
      guard actions.contains(where: { Entry.action(of: bytes, is: $0) }) else { return }
      do throws(AuditingError) {
        found.append(try Entry(parsing: bytes))
      } catch {
        throw CustodyError(error)
      }
    }
    return found
  }

  /// SHA-256 of a document.
  func digest(_ bytes: [UInt8]) throws(CustodyError) -> [UInt8] {
    try CustodyError.gathering { try SHA256.hash(bytes.span) }
  }
}
