internal import Auditing
internal import JSON
internal import People
internal import Storage
internal import Wording

/// What the log tells of purges.
struct PurgeTrail {
  private let vault: Vault
  /// How the entries of purges begin; the members of an entry stand in the order of their names.
  private static let mark = Array("{\"action\":\"purge".utf8)

  init(_ vault: Vault) { self.vault = vault }

  /// Whether a version of a person's number was destroyed for a purpose, and not sealed for it again:
  /// who is told of the purpose anew has the same number wrapped for it.
  func shows(
    _ purpose: String, _ version: Int, of person: VerifiedPerson
  ) throws(CustodyError) -> Bool { try wasLastDestroyed(purpose, version, of: person) == true }

  /// Whether the last that the log tells of a version for a purpose is that it was destroyed, or, false,
  /// that a number held already was sealed for it; nil if it tells of neither.
  func wasLastDestroyed(
    _ purpose: String, _ version: Int, of person: VerifiedPerson
  ) throws(CustodyError) -> Bool? {
    var next = 0
    var isGone: Bool?
    while true {
      let page: [EntryRow]
      do throws(StorageError) {
        page = try vault.store.entries(ofPerson: person.row, from: next, limit: 1000)
      } catch {
        throw CustodyError(error)
      }
      for row in page {
        guard let change = try Self.change(row.bytes.span, of: purpose, version, person.record)
        else { continue }
        isGone = change
      }
      guard page.count == 1000, let last = page.last?.index else { return isGone }
      next = last + 1
    }
  }

  /// Whether an entry destroyed the version for the purpose, or sealed it again; nil if neither.
  private static func change(
    _ bytes: Span<UInt8>, of purpose: String, _ version: Int, _ record: PersonRecord
  ) throws(CustodyError) -> Bool? {
    let isDeclaration = Entry.action(of: bytes, is: "\"declare\"")
    guard let content = try isDeclaration ? entry(bytes).content : purgeEntry(bytes)?.content,
      content.person == record.code.text
    else { return nil }
    if content.action == "purged" {
      let items = PurgedItem.all(in: content)
      return items.contains { $0.isOf(purpose, version) } ? true : nil
    }
    guard isDeclaration, content.outcome == .done, content.version == version,
      case .string(let told)? = content.detail["purposes"]
    else { return nil }
    return told.split(separator: ",").contains { $0 == purpose } ? false : nil
  }

  /// The index of the newest purge's own entry; nil if there was none.
  func newest() throws(CustodyError) -> Int? {
    var newest: Int?
    try forEachPurgeEntry(from: 0) { entry in
      if entry.content.action == "purge-batch" { newest = entry.index }
    }
    return newest
  }

  /// Whether both files were looked through after a purge, which is when it has a certificate.
  func isScanned(_ batch: Int) throws(CustodyError) -> Bool {
    var isScanned = false
    try forEachPurgeEntry(from: batch + 1) { entry in
      if entry.isScan(of: batch) { isScanned = true }
    }
    return isScanned
  }

  /// What the log says of one purge, from its decisions to the scan.
  ///
  /// The whole log is hashed again on the way, so what is returned is what the vault's checkpoint
  /// covers.
  ///
  /// - Throws: `.usage` for an entry that is no purge.
  func account(of batch: Int) throws(CustodyError) -> PurgeAccount {
    guard batch < vault.logSize, let bytes = try LogReader(store: vault.store).entry(at: batch),
      let entry = try Self.purgeEntry(bytes.span), let account = PurgeAccount(batch: entry)
    else { throw CustodyError(.usage("entry \(batch) of the log is no purge")) }
    let known = vault.frontier
    var reading = try PurgeAccountReading(account)
    try LogReader(store: vault.store).forEachEntry(upTo: known.size) {
      (bytes) throws(CustodyError) in
      let isNeeded = Entry.changesAuthority(bytes) || BackupBook.concerns(bytes)
      try reading.take(bytes, as: isNeeded ? Self.entry(bytes) : Self.purgeEntry(bytes))
    }
    return try reading.finish(at: known)
  }

  private func forEachPurgeEntry(
    from start: Int, _ body: (Entry) -> Void
  ) throws(CustodyError) {
    try LogReader(store: vault.store).forEachEntry(from: start) { (bytes) throws(CustodyError) in
      if let entry = try Self.purgeEntry(bytes) { body(entry) }
    }
  }

  /// The entry, if it is one of a purge; of a long log few are.
  private static func purgeEntry(_ bytes: Span<UInt8>) throws(CustodyError) -> Entry? {
    guard bytes.count > mark.count else { return nil }
    for place in mark.indices where bytes[place] != mark[place] { return nil }
    return try entry(bytes)
  }

  private static func entry(_ bytes: Span<UInt8>) throws(CustodyError) -> Entry {
    do throws(AuditingError) {
      return try Entry(parsing: bytes)
    } catch {
      throw CustodyError(error)
    }
  }
}

extension Entry {
  /// Whether it says what was found when both files were looked through after a purge.
  func isScan(of batch: Int) -> Bool {
    content.action == "purge-scan" && content.detail["batch"] == .integer(batch)
  }
}
