internal import JSON
internal import People
internal import Secrets

/// Holds what a certificate of disposal states against the log it comes from.
///
/// The certificate must say what the entries say, with the same roots, and name every change of
/// authority up to then.
struct DisposalProof: LogProof {
  private let statement: DisposalStatement
  private var authority: [(index: Int, bytes: [UInt8])] = []
  private var purged: [Entry] = []
  private var batch: Entry?
  private var scan: Entry?
  private var backups = BackupBook()

  init(_ statement: DisposalStatement) { self.statement = statement }

  var sizes: Set<Int> { [statement.before.size, statement.after.size] }

  mutating func take(_ bytes: Span<UInt8>, at index: Int) throws(AuditingError) {
    if Entry.changesAuthority(bytes) {
      authority.append((index, [UInt8](copying: bytes)))
    }
    if scan == nil, BackupBook.concerns(bytes) { backups.take(try Entry(parsing: bytes)) }
    if index == statement.entry {
      batch = try Entry(parsing: bytes)
    } else if index < statement.entry {
      guard Entry.action(of: bytes, is: "\"purged\"") else { return purged.removeAll() }
      purged.append(try Entry(parsing: bytes))
    } else if scan == nil, Entry.action(of: bytes, is: "\"purge-scan\"") {
      let entry = try Entry(parsing: bytes)
      if entry.content.detail["batch"] == .integer(statement.entry) { scan = entry }
    }
  }

  func check(
    _ roots: [Int: MerkleHash], after restores: [DeclaredRestore]
  ) throws(AuditingError) {
    for position in [statement.before, statement.after]
    where roots[position.size] != position.root {
      throw other("root", restores.loss(of: position))
    }
    guard let batch, batch.content.action == "purge-batch", let scan else { throw other("entry") }
    try check(batch.content)
    guard scan.time == statement.issued,
      scan.content.detail["bytes"] == .integer(statement.scan.bytes),
      scan.content.detail["patterns"] == .integer(statement.scan.patterns)
    else { throw other("scan") }
    guard backups.keyCopies(before: statement.entry) == statement.keyCopies else {
      throw other("key_copies")
    }
    guard backups.gaps(before: statement.entry) == statement.registerGaps else {
      throw other("register_lost")
    }
    let last = max(scan.index, statement.keysIndex)
    guard authority.filter({ $0.index <= last }).map(\.bytes) == statement.authority else {
      throw other("authority")
    }
  }

  private func check(_ batch: EntryContent) throws(AuditingError) {
    guard batch.actor == statement.by, batch.policy == statement.policy,
      batch.detail["as_of"] == .string(statement.asOf.isoText),
      batch.detail["before"] == .integer(statement.before.size),
      batch.detail["approval"] == statement.approval?.value,
      case .integer(let people)? = batch.detail["people"], (0...purged.count).contains(people)
    else { throw other("purge-batch") }
    var items: [DisposalItem] = []
    for entry in purged.suffix(people) { items += try DisposalItem.all(in: entry) }
    guard items == statement.items else { throw other("items") }
  }

  /// - Parameter loss: What a declared restore says of the log that the certificate is of.
  private func other(_ part: String, _ loss: String? = nil) -> AuditingError {
    let what = "the certificate's \(part)"
    return AuditingError(
      .inconsistent, index: statement.entry, detail: loss.map { what + "; " + $0 } ?? what)
  }
}
