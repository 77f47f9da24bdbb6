public import Auditing
public import Custody
internal import Glibc
internal import Storage

/// Keeps checkpoints in files: what each user saw last, and every one in a witness folder.
///
/// The first kind stands under `STATE/mynumber/VAULT/USER`, replaced atomically, mode 0600. The
/// second is appended to `WITNESS/VAULT.checkpoints`, which somebody else should own and make
/// append-only; its newest checkpoint is held against the vault too.
public final class FileCheckpointKeeper: CheckpointKeeper {
  private let stateFolder: String
  private let witnessFolder: String?

  /// How much of a witness file's end is read: more than two of the longest texts.
  static let tailSize = 1 << 16

  /// Keeps under a state folder such as `~/.local/state`, and in a witness folder if given.
  ///
  /// - Throws: `.notFound` for a witness folder that is not there.
  public init(stateFolder: String, witnessFolder: String?) throws(CustodyError) {
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
    if let path = witnessFile(of: vault), let tail = try KeptFile.tail(path, Self.tailSize) {
      kept.append(try Self.checkpoint(Self.newest(in: tail, vault), path, vault))
    }
    return kept
  }

  public func keep(
    _ text: [UInt8], seenBy user: String, in vault: VaultID
  ) throws(CustodyError) {
    try KeptFile.replace("\(folder(of: vault))/\(user)", with: text)
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

  /// What follows the last line that is the vault's origin, that line included; all of it if there
  /// is none, which then does not parse.
  private static func newest(in bytes: [UInt8], _ vault: VaultID) -> [UInt8] {
    let line = Array("\(vault.origin)\n".utf8)
    var start = bytes.count - line.count
    while start >= 0 {
      let begins = start == 0 || bytes[start - 1] == 0x0A
      if begins, bytes[start..<start + line.count].elementsEqual(line) {
        return Array(bytes[start...])
      }
      start -= 1
    }
    return bytes
  }
}
