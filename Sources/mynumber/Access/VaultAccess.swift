import MyNumberKit

/// Opens the vault that the options name, and signs in.
struct VaultAccess {
  let context: CommandContext
  /// Checkpoints from outside that the log must contain.
  private let given: [KeptCheckpoint]

  init(_ context: CommandContext, containing given: [KeptCheckpoint] = []) {
    self.context = context
    self.given = given
  }

  /// The vault's folder.
  func folder(_ options: VaultOptions) throws -> String {
    guard let path = options.vault ?? context.variable("MYNUMBER_VAULT"), !path.isEmpty else {
      throw Failure.usage(.vaultMissing)
    }
    return context.path(path)
  }

  /// The folder of the keys file; nil for the one in the vault.
  func keysFolder(_ options: VaultOptions) -> String? {
    (options.keys ?? context.variable("MYNUMBER_KEYS")).map(context.path)
  }

  /// Time, randomness, kept checkpoints and progress for a vault.
  func environment(_ options: VaultOptions) throws -> VaultEnvironment {
    let progress = ProgressLine(context)
    return VaultEnvironment(
      now: context.now, random: context.random, keeper: try keeper(options),
      progress: { done, total in progress.show(.checkingLog(done: done, of: total)) })
  }

  /// Where checkpoints are kept outside the vault.
  func keeper(_ options: VaultOptions) throws -> FileCheckpointKeeper {
    let witness = options.witnessDir ?? context.variable("MYNUMBER_WITNESS")
    return try FileCheckpointKeeper(
      stateFolder: try stateFolder(), witnessFolder: witness.map(context.path), given: given)
  }

  /// Opens the vault and checks its whole log.
  func open(_ options: VaultOptions) throws -> Vault {
    try checked(try store(options), try environment(options))
  }

  /// Checks the log, and says so if the clock was set back.
  private func checked(
    _ store: SQLiteVaultStore, _ environment: VaultEnvironment
  ) throws -> Vault {
    let vault: Vault
    do throws(CustodyError) {
      vault = try VaultOpening.open(store, environment: environment)
    } catch {
      guard case .integrity = error.code else { throw error }
      throw Failure(error).with(hint: .openedNothing)
    }
    if vault.clockDelay != nil { context.terminal.tell(.clockBehind(vault.latestTime)) }
    return vault
  }

  private func store(_ options: VaultOptions) throws -> SQLiteVaultStore {
    let folder = try folder(options)
    do throws(StorageError) {
      return try SQLiteVaultStore.open(
        folder: folder, keysFolder: keysFolder(options), requiringPair: false)
    } catch {
      // An interrupted making may not even have come to the tables.
      if case .wrongFormat(found: 0) = error.code,
        try SQLiteVaultStore.isUnfinished(folder: folder, keysFolder: keysFolder(options))
      {
        throw CustodyError(.unfinished)
      }
      guard error.code == .missing else { throw error }
      let place = error.file == .keys ? keysFolder(options) ?? folder + "/keys" : folder
      throw Failure(ExitStatus.noInput, .noVault(in: place), hints: [.noVaultHint])
    }
  }

  /// Opens the vault and signs in.
  ///
  /// - Parameter look: Looks at the vault as it was opened: signing in writes an entry.
  func signIn(
    _ options: SignInOptions, lookingFirst look: (Vault) throws -> Void = { _ in }
  ) throws -> Session {
    let environment = try environment(options.place)
    let store = try store(options.place)
    let user = try user(options)
    let passphrase = try passphrase(options, of: user)
    // The log is checked after the prompt, so that nothing waits between the check and the work.
    let vault = try checked(store, environment)
    context.vault = vault
    try look(vault)
    return try SignIn(vault).session(user: user, passphrase: passphrase)
  }

  /// Signs in somebody whose role allows the action.
  func signIn(
    _ options: SignInOptions, for action: Action,
    lookingFirst look: (Vault) throws -> Void = { _ in }
  ) throws -> Session {
    let session = try signIn(options, lookingFirst: look)
    try session.require(action)
    return session
  }

  /// Opens a recovery file with its own passphrase.
  func recovery(_ options: RecoveryOptions, of vault: Vault) throws -> Recovery? {
    guard let path = options.recovery else { return nil }
    let bytes = try InputFile.bytes(context.path(path), named: path, limit: 1 << 16)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(ExitStatus.badInput, .notUTF8(path))
    }
    let file = try RecoveryFile(parsing: text)
    let passphrase = try PassphraseReader(context).passphrase(
      file: options.recoveryPassphraseFile, asking: .recoveryPassphrase,
      option: "--recovery-passphrase-file")
    return try Recovery(file, of: vault, passphrase: passphrase)
  }

  /// The passphrase of a user, from the file that the options name or by asking.
  func passphrase(_ options: SignInOptions, of user: String) throws -> SecretBytes {
    try PassphraseReader(context).passphrase(
      file: options.passphraseFile ?? context.variable("MYNUMBER_PASSPHRASE_FILE"),
      asking: .passphraseOf(user), option: "--passphrase-file")
  }

  /// Who works.
  func user(_ options: SignInOptions) throws -> String {
    if let user = options.user ?? context.variable("MYNUMBER_USER") { return user }
    return try Questions(context).answer(to: .whoWorks, option: "--as")
  }

  private func stateFolder() throws -> String {
    if let folder = context.variable("XDG_STATE_HOME") { return folder }
    guard let home = context.variable("HOME") else { throw Failure.usage(.noStateFolder) }
    return home + "/.local/state"
  }
}
