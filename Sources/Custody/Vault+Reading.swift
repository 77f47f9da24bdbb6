public import Auditing
public import People
internal import Secrets
internal import Storage

extension Vault {
  /// Keeps both files locked for reading meanwhile, instead of once for each row.
  func reading(_ body: () throws(CustodyError) -> Void) throws(CustodyError) {
    do throws(StorageError) {
      try store.begin(.reading)
    } catch {
      throw CustodyError(error)
    }
    defer { store.rollback() }
    try body()
  }

  /// The person of a code, held against the log; nil if there is none.
  public func person(_ code: PersonCode) throws(CustodyError) -> VerifiedPerson? {
    try PinnedRows(self).person(code)
  }

  /// The person of a code whom somebody named, held against the log.
  ///
  /// - Throws: `.notFound` if there is none; `.integrity`.
  public func requirePerson(_ code: PersonCode) throws(CustodyError) -> VerifiedPerson {
    try PinnedRows(self).requirePerson(code)
  }

  /// Goes through all people in the order of their rows, in pages.
  ///
  /// - Throws: `.integrity` for a row that the log does not record so, or that is gone.
  public func forEachPerson(
    _ body: (VerifiedPerson) throws(CustodyError) -> Void
  ) throws(CustodyError) {
    let rows = try PinnedRows(self)
    let known = pins.count
    var count = 0
    var last: Int64 = 0
    while true {
      let page: [PersonRow]
      do throws(StorageError) {
        page = try store.people(after: last, limit: 1000)
      } catch {
        throw CustodyError(error)
      }
      for row in page { try body(try rows.verified(row)) }
      count += page.count
      guard let end = page.last?.id, page.count == 1000 else { break }
      last = end
    }
    guard count >= known else {
      throw CustodyError(
        .integrity("vault.sqlite: the log records \(known) people, the table has \(count)"))
    }
  }

  /// The root of the tree over the log as it was checked.
  public func root() throws(CustodyError) -> MerkleHash {
    try CustodyError.gathering {
      var hashing = try SHA256Context()
      return try frontier.root(using: &hashing)
    }
  }

  /// How many people the log records.
  public var peopleCount: Int { pins.count }

  /// Lends each entry's exact bytes in order, those that the vault knew when it began.
  ///
  /// - Throws: `.integrity`, at the end, if they are not the entries that were checked when the
  ///   vault was opened: what was made of them must not be shown then.
  public func forEachEntry(
    _ body: (Span<UInt8>) throws(CustodyError) -> Void
  ) throws(CustodyError) {
    let known = frontier
    var tree = try LogTree()
    try LogReader(store: store).forEachEntry(upTo: known.size) { (bytes) throws(CustodyError) in
      try tree.append(bytes)
      try body(bytes)
    }
    guard tree.frontier == known else {
      throw CustodyError(
        .integrity("vault.sqlite: the log is not the one that was checked when it was opened"))
    }
  }

  /// A register as the log has it.
  func book<Book: LogBook>(_: Book.Type) throws(CustodyError) -> Book {
    var book = Book()
    try forEachEntry { (bytes) throws(CustodyError) in
      guard Book.concerns(bytes) else { return }
      do throws(AuditingError) {
        book.take(try Entry(parsing: bytes))
      } catch {
        throw CustodyError(error)
      }
    }
    return book
  }

  /// The texts of the signed checkpoints with their sizes, from a size on.
  public func checkpoints(
    from start: Int = 0
  ) throws(CustodyError) -> [(size: Int, text: [UInt8])] {
    var found: [(size: Int, text: [UInt8])] = []
    do throws(StorageError) {
      while true {
        let page = try store.checkpoints(from: (found.last?.size ?? start - 1) + 1, limit: 10_000)
        found += page.map { ($0.size, $0.text) }
        if page.count < 10_000 { return found }
      }
    } catch {
      throw CustodyError(error)
    }
  }
}
