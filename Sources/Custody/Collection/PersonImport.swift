internal import Auditing
internal import Numbers
internal import People
internal import Rules
internal import Sealing
internal import Secrets
internal import Storage
internal import Text

/// Takes a person file in: all or nothing, every bad row listed at once.
///
/// Rows are parsed, checked and sealed before the lock is taken, spooled sealed and never plain;
/// the exclusive phase is inserts only. The importing officer's keys do not suffice to read back
/// what was sealed to purposes they do not hold.
public struct PersonImport {
  private let session: Session
  private let options: ImportOptions
  private var vault: Vault { session.vault }

  /// An error list is cut after this many mistakes.
  public static let mistakeLimit = 1000

  /// Prepares an import by the session's user.
  public init(_ session: Session, options: ImportOptions) {
    self.session = session
    self.options = options
  }

  /// Reads the file and writes what it says.
  ///
  /// - Parameters:
  ///   - descriptor: An open file; it is read from its beginning.
  ///   - name: The file's name, for messages.
  ///   - dryRun: Checks everything and writes nothing.
  ///   - progress: Told the number of rows read.
  /// - Throws: `.badInput` with every mistake; `.busy` when the vault changed meanwhile;
  ///   `.uncertified` if everything is done but for the certificate of wrong numbers destroyed.
  public func run(
    descriptor: Int32, name: String, dryRun: Bool = false, progress: (Int) -> Void = { _ in }
  ) throws(CustodyError) -> ImportSummary {
    try session.require(.importPeople)
    if case .correction? = options.replacement { try session.require(.correct) }
    let run = try ImportRun(session, options, file: name, isDry: dryRun)
    try run.read(descriptor, progress)
    guard !dryRun else { return run.summary }
    try run.write()
    return run.summary
  }
}
