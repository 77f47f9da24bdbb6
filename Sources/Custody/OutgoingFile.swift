internal import Secrets
public import Text

/// A file on its way out: counts its bytes and keeps the first failure, since the closure that a
/// number is lent to cannot throw.
public final class OutgoingFile {
  private var file: PrivateFile?
  private var failure: TextError?
  /// How many bytes were taken.
  public private(set) var count = 0
  /// What waits to be written, since a row is few bytes.
  private var waiting = SecretBytes(count: 1 << 16) { _ in }
  private var waitingCount = 0

  /// Begins a file that need not be in the log before it has its name.
  ///
  /// - Throws: `outputExists`, `outputNotMade`.
  public init(_ path: String) throws(TextError) { file = try PrivateFile(creating: path) }

  /// Begins a file with numbers; one that has its name at once is in the log before.
  ///
  /// - Parameter announce: Makes the entry durable that names the file.
  /// - Throws: `.output`; what `announce` throws.
  public init(
    _ path: String, of session: Session, announcing announce: () throws(CustodyError) -> Void
  ) throws(CustodyError) {
    if session.vault.environment.triesNamelessFiles,
      let nameless = try Self.made({ () throws(TextError) in try PrivateFile.nameless(at: path) })
    {
      file = consume nameless
      return
    }
    // A name that is taken is nothing to announce.
    try Self.made { () throws(TextError) in try PrivateFile.checkFree(path) }
    try announce()
    file = try Self.made { () throws(TextError) in try PrivateFile(named: path) }
  }

  private static func made<R: ~Copyable>(
    _ body: () throws(TextError) -> R
  ) throws(CustodyError) -> R {
    do throws(TextError) { return try body() } catch { throw CustodyError(.output(error.phrase)) }
  }

  /// Takes bytes; after a failure it takes no more.
  public func write(_ bytes: Span<UInt8>) {
    guard failure == nil else { return }
    count += bytes.count
    if bytes.count > waiting.count - waitingCount { writeWaiting() }
    guard bytes.count <= waiting.count else { return write(whole: bytes) }
    let start = waitingCount
    waiting.withMutableSpan { $0.copy(from: bytes, at: start) }
    waitingCount += bytes.count
  }

  private func writeWaiting() {
    let count = waitingCount
    waitingCount = 0
    waiting.withSpan { write(whole: $0.extracting(0..<count)) }
    waiting.wipe()
  }

  private func write(whole bytes: Span<UInt8>) {
    guard failure == nil, bytes.count > 0 else { return }
    do throws(TextError) {
      try file?.write(bytes)
    } catch {
      failure = error
    }
  }

  /// Makes durable what was written.
  ///
  /// - Throws: The first failure, so that nothing is registered that was not written.
  public func settle() throws(TextError) {
    writeWaiting()
    if let failure { throw failure }
    try file?.synchronise()
  }

  /// What was taken, all of it written, to be read back for as long as the file has no name; nil
  /// after.
  ///
  /// - Throws: The first failure of writing.
  public func written() throws(TextError) -> WrittenBytes? {
    writeWaiting()
    if let failure { throw failure }
    return file?.written
  }

  /// Where another process may write instead; nil once the file has its name.
  public var descriptor: Int32? { file?.descriptor }

  /// The size as the file system has it, in bytes.
  ///
  /// - Throws: `inputOutput`.
  public func size() throws(TextError) -> Int {
    writeWaiting()
    return try file?.size() ?? 0
  }

  /// The inode in hexadecimal, by which the file is known again; empty once it has its name.
  ///
  /// - Throws: `inputOutput`.
  public func inode() throws(TextError) -> String { try file?.inode() ?? "" }

  /// The same, as what is registered needs it.
  ///
  /// - Throws: `.output`.
  func knownInode() throws(CustodyError) -> String {
    try Self.made { () throws(TextError) in try inode() }
  }

  /// The folder of a path, without links, which may stand in the log.
  ///
  /// - Throws: `.output` where there is none; `.badInput`.
  static func folder(of path: String) throws(CustodyError) -> String {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { $0 == path.utf8.startIndex ? "/" : String(path[..<$0]) } ?? "."
    guard let real = PrivateFolder.resolved(folder) else {
      throw CustodyError(.output(TextError.outputNotMade(path: path, number: 2).phrase))
    }
    _ = try Session.word(real)
    return real
  }

  /// Gives the file its name.
  ///
  /// - Throws: `outputExists` if the name was taken meanwhile, `outputNotMade`, `inputOutput`.
  public func finish() throws(TextError) {
    writeWaiting()
    if let failure { throw failure }
    try file.take()?.finish()
  }
}
