public import Auditing
public import Custody
internal import Glibc
internal import Storage

/// Keeps checkpoints in files: what each user saw last, and every one in a witness folder.
///
/// The first kind stands under `STATE/mynumber/VAULT/USER`, replaced atomically, mode 0600. The
/// second is appended to `WITNESS/VAULT.checkpoints`, which somebody else should own and make
/// append-only; the checkpoint of the largest log in it is held against the vault too.
public final class FileCheckpointKeeper: CheckpointKeeper {
  private let stateFolder: String
  private let witnessFolder: String?
  /// Checkpoints that were brought along: the log must contain them too.
  private let given: [KeptCheckpoint]

  /// The longest witness file that is read: about a million checkpoints.
  static let witnessLimit = 1 << 28

  /// Keeps under a state folder such as `~/.local/state`, and in a witness folder if given.
  ///
  /// - Parameter given: Checkpoints from outside that the log is held against beside what is kept.
  /// - Throws: `.notFound` for a witness folder that is not there.
  public init(
    stateFolder: String, witnessFolder: String?, given: [KeptCheckpoint] = []
  ) throws(CustodyError) {
    self.given = given
    self.stateFolder = stateFolder
    self.witnessFolder = witnessFolder
    if let witnessFolder, !KeptFile.isFolder(witnessFolder) {
      throw CustodyError(.notFound("witness folder \(witnessFolder)"))
    }
  }

  /// The folder of a vault's kept checkpoints.
  public func folder(of vault: VaultID) -> String { "\(stateFolder)/mynumber/\(vault)" }

  /// The witness file of a vault; nil without a witness folder.
  public func witnessFile(of vault: VaultID) -> String? {
    witnessFolder.map { "\($0)/\(vault).checkpoints" }
  }

  public func kept(for vault: VaultID) throws(CustodyError) -> [KeptCheckpoint] {
    var kept: [KeptCheckpoint] = []
    let folder = folder(of: vault)
    for name in try KeptFile.names(in: folder) {
      let path = "\(folder)/\(name)"
      guard let text = try KeptFile.bytes(path, limit: SignedCheckpoint.textLimit) else { continue }
      kept.append(try Self.checkpoint(text, path, vault))
    }
    return try kept + outside(for: vault)
  }

  /// What stands outside the users' reach: the checkpoints given, and the witness folder's of the
  /// largest log.
  ///
  /// - Throws: `.integrity` for one of another vault, or that cannot be read.
  public func outside(for vault: VaultID) throws(CustodyError) -> [KeptCheckpoint] {
    var outside: [KeptCheckpoint] = []
    for kept in given {
      outside.append(try Self.checkpoint(kept.signed.text, kept.place, vault))
    }
    if let path = witnessFile(of: vault),
      let texts = try KeptFile.bytes(path, limit: Self.witnessLimit), !texts.isEmpty
    {
      outside.append(try Self.checkpoint(Self.largest(in: texts, vault), path, vault))
    }
    return outside
  }

  public func keep(
    _ text: [UInt8], seenBy user: String, in vault: VaultID
  ) throws(CustodyError) {
    try replace("\(folder(of: vault))/\(user)", with: text, vault)
    if let path = witnessFile(of: vault) { try KeptFile.append(text, to: path) }
  }

  public func keep(
    _ text: [UInt8], seenBy user: String, inPlaceOfAllIn vault: VaultID
  ) throws(CustodyError) {
    let folder = folder(of: vault)
    for name in try KeptFile.names(in: folder) where name != user {
      try KeptFile.remove("\(folder)/\(name)")
    }
    try KeptFile.replace("\(folder)/\(user)", with: text)
    if let path = witnessFile(of: vault) { try KeptFile.append(text, to: path) }
  }

  private static func checkpoint(
    _ text: [UInt8], _ path: String, _ vault: VaultID
  ) throws(CustodyError) -> KeptCheckpoint {
    let signed: SignedCheckpoint
    do throws(AuditingError) {
      signed = try SignedCheckpoint(parsing: text)
    } catch {
      throw CustodyError(.integrity("\(path): the kept checkpoint is malformed"))
    }
    guard signed.checkpoint.origin == vault.origin else {
      throw CustodyError(.integrity("\(path): the kept checkpoint is of another vault"))
    }
    return KeptCheckpoint(signed: signed, place: path)
  }

  /// Keeps what a user saw last, unless another process has kept a larger log meanwhile.
  private func replace(
    _ path: String, with text: [UInt8], _ vault: VaultID
  ) throws(CustodyError) {
    let new = try Self.checkpoint(text, path, vault)
    if let old = try KeptFile.bytes(path, limit: SignedCheckpoint.textLimit),
      try Self.checkpoint(old, path, vault).signed.checkpoint.size > new.signed.checkpoint.size
    {
      return
    }
    try KeptFile.replace(path, with: text)
  }

  /// The text of the largest log that a witness file tells of.
  ///
  /// Not the last one: users append to the file, and an old checkpoint appended again must not
  /// hide a later one. Without a readable size it is all of the bytes, which then do not parse.
  private static func largest(in bytes: [UInt8], _ vault: VaultID) -> [UInt8] {
    let origin = Array(vault.origin.utf8)
    var best: (size: Int, start: Int)?
    var starts: [Int] = []
    var position = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.elementsEqual(origin) { starts.append(position) }
      position += line.count + 1
    }
    for start in starts {
      let rest = bytes[(start + origin.count + 1)...]
      guard let size = Int(String(decoding: rest.prefix { $0 != 0x0A }, as: UTF8.self)) else {
        return bytes
      }
      if size > best?.size ?? -1 { best = (size, start) }
    }
    guard let best else { return bytes }
    let end = starts.first { $0 > best.start } ?? bytes.count
    return Array(bytes[best.start..<end])
  }
}
