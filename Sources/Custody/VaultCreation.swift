internal import Auditing
internal import People
internal import Rules
public import Sealing
public import Secrets
public import Storage

/// Makes a vault: entry 0, a key pair for each purpose and compartment, and the recovery file.
///
/// No user holds a purpose key at first, the administrator never does: the first holder of a role
/// is made with the recovery file.
public struct VaultCreation {
  private let store: any VaultStore
  private let environment: VaultEnvironment
  private let new: NewVault
  private let policy: Policy

  /// Prepares a vault in freshly created files.
  ///
  /// - Throws: `.badPolicy` with every mistake; `.usage` for a name that cannot stand in the log.
  public init(
    _ new: NewVault, in store: any VaultStore, environment: VaultEnvironment
  ) throws(CustodyError) {
    var new = new
    do throws(AuditingError) {
      new.organisation = try LoggedName(new.organisation).text
      new.administrator = try LoggedName(new.administrator).text
    } catch {
      throw CustodyError(error)
    }
    self.new = new
    self.store = store
    self.environment = environment
    do throws(PolicyError) {
      policy = try Policy(bundle: new.policy)
    } catch {
      throw CustodyError(.badPolicy(error))
    }
  }

  /// Makes the vault durable and returns its recovery file.
  ///
  /// - Parameter keep: Makes the recovery file durable; it is called before the vault is, since a
  ///   vault without its recovery file can never have a first holder of a key.
  /// - Throws: `.usage` for a passphrase that is too short; what `keep` throws.
  public func make(
    passphrase: borrowing SecretBytes, recoveryPassphrase: borrowing SecretBytes,
    keep: (RecoveryFile) throws(CustodyError) -> Void
  ) throws(CustodyError) -> RecoveryFile {
    do {
      let administrator = try UserSecrets(id: "u0", random: environment.random)
      let recovery = try UserSecrets(id: "recovery", random: environment.random)
      let genesis = try genesis(administrator.publicKeys, recovery.publicKeys)
      try store.begin(.both(transactionID: try environment.random.bytes(16)))
      let file = try write(
        genesis, administrator, recovery, passphrase: passphrase,
        recoveryPassphrase: recoveryPassphrase)
      try keep(file)
      try store.commit()
      return file
    } catch {
      store.rollback()
      throw CustodyError(any: error)
    }
  }

  private func genesis(
    _ administrator: PublicKeys, _ recovery: PublicKeys
  ) throws -> EntryContent {
    let statement = UserStatement(
      id: "u0", name: new.administrator, organisation: nil, roles: ["administrator"], until: nil,
      keys: administrator)
    var content = EntryContent(action: "init", actor: "u0", outcome: .done)
    content.authority = .genesis(
      Genesis(
        nonce: try environment.random.bytes(32), organisation: new.organisation,
        corporateNumber: new.corporateNumber, policy: try PolicyArchive.digest(new.policy),
        administrator: statement, recovery: recovery))
    content.touchesKeys = true
    return content
  }

  private func write(
    _ genesis: EntryContent, _ administrator: consuming UserSecrets,
    _ recovery: consuming UserSecrets, passphrase: borrowing SecretBytes,
    recoveryPassphrase: borrowing SecretBytes
  ) throws -> RecoveryFile {
    var builder = try CommitBuilder(
      after: MerkleFrontier(), time: environment.now(), random: environment.random)
    let first = try builder.add(genesis, signedBy: administrator.signer)
    var authority = try Authority(entry: try Entry(parsing: first.span), bytes: first.span)
    try append(first, at: 0)
    let sealed = try administrator.seal(
      under: passphrase, vault: authority.vaultID, random: environment.random)
    try store.putUser(id: "u0", sealed: sealed.span)
    let file = RecoveryFile(
      vault: authority.vaultID,
      sealed: try recovery.seal(
        under: recoveryPassphrase, vault: authority.vaultID, random: environment.random))
    for name in policy.purposes.map(\.id.rawValue) + Role.compartments {
      try addKey(name, &authority, &builder, signedBy: recovery.signer)
    }
    try PolicyArchive(store: store).keep(new.policy)
    let text = try builder.checkpoint(
      origin: authority.vaultID.origin, signedBy: administrator.signer)
    try finish(try builder.currentFrontier, text)
    return file
  }

  /// States a key's first generation in the log and seals its private half to the recovery file.
  private func addKey(
    _ name: String, _ authority: inout Authority, _ builder: inout CommitBuilder,
    signedBy signer: borrowing Signer
  ) throws {
    let privateKey = try HeldKey.makePair(random: environment.random)
    var content = EntryContent(action: "key", actor: "recovery", outcome: .done)
    content.authority = .key(
      KeyStatement(name: name, generation: 1, publicKey: privateKey.publicKey))
    content.touchesKeys = true
    let index = builder.nextIndex
    let bytes = try builder.add(content, signedBy: signer)
    let entry = try Entry(parsing: bytes.span)
    try authority.apply(entry, after: entry.time)
    try append(bytes, at: index)
    let grant = try SealedGrant.seal(
      privateKey, key: name, generation: 1, to: authority.recoverySealingKey,
      vault: authority.vaultID, random: environment.random)
    try store.insertGrant(
      user: "recovery", key: name, generation: 1, encapsulated: grant.encapsulated.span,
      sealed: grant.sealed.span)
  }

  private func append(_ bytes: [UInt8], at index: Int) throws {
    try store.appendEntry(index: index, person: nil, bytes: bytes.span)
  }

  private func finish(_ frontier: MerkleFrontier, _ checkpoint: [UInt8]) throws {
    try store.appendCheckpoint(size: frontier.size, text: checkpoint.span)
    try store.setKeysCheckpoint(checkpoint.span)
    try store.setHead(size: frontier.size, frontier: frontier.encodedHashes.span)
  }

}
