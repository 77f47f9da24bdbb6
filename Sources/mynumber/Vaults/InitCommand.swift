import ArgumentParser
import MyNumberKit

/// `init`: makes a vault and its recovery file.
struct InitCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "init",
      Message("Make a vault.", "保管庫を作る。"),
      Message(
        """
        Makes the two files, the first administrator and the recovery file, pins the policy, and \
        prints the vault id. On a terminal, what is not given is asked for. Keep three things: the \
        vault id (an auditor needs no other key), the recovery file and its passphrase, apart from \
        each other in a safe. Without keys.sqlite, or a backup of it, every number is lost; the \
        recovery file does not replace it.
        """,
        """
        二つのファイル、最初の管理者、復旧ファイルを作り、規程を固定し、保管庫IDを表示する。端末では、指定のない項目を\
        尋ねる。保管するものは三つ: 保管庫ID（監査に必要な鍵はこれだけ）、復旧ファイル、そのパスフレーズ。後の二つは別々に\
        金庫へ。keys.sqlite またはその控えがなければ番号は全て失われ、復旧ファイルでは代わりにならない。
        """),
      example: """
        mynumber init --vault acme.vault --organisation サンプル食品株式会社 \\
          --corporate-number 5835678256246 --administrator 佐藤 \\
          --recovery-out recovery.txt
        """)
  }

  @Option(help: .both("The employer's name.", "事業者の名称。", valueName: "name"))
  var organisation: String?

  @Option(help: .both("The 13-digit corporate number.", "13桁の法人番号。", valueName: "number"))
  var corporateNumber: String?

  @Flag(
    help: .both(
      "The employer is a sole proprietor and has no corporate number.", "個人事業主であり、法人番号がない。"))
  var soleProprietor = false

  @Option(help: .both("The first administrator's name.", "最初の管理者の名前。", valueName: "user"))
  var administrator: String?

  @Option(help: .both("Where to write the recovery file.", "復旧ファイルの書き出し先。", valueName: "file"))
  var recoveryOut: String?

  @Option(
    help: .both(
      "A file of mode 0600 with the administrator's passphrase.", "管理者のパスフレーズのファイル（0600）。",
      valueName: "file"))
  var newPassphraseFile: String?

  @Option(
    help: .both(
      "A file of mode 0600 with the recovery file's passphrase.",
      "復旧ファイルのパスフレーズのファイル（0600）。", valueName: "file"))
  var recoveryPassphraseFile: String?

  @Option(
    help: .both(
      "The policy's folder (default: the one that comes with the program).",
      "規程のフォルダー（既定: 付属のもの）。", valueName: "folder"))
  var policy: String?

  @OptionGroup var place: VaultOptions

  func validate() throws {
    guard corporateNumber == nil || !soleProprietor else {
      throw ValidationError(.exclude)
    }
  }

  func run(in context: CommandContext) throws {
    let access = VaultAccess(context)
    let folder = try access.folder(place)
    let new = try newVault(context)
    let output =
      try recoveryOut
      ?? Questions(context).answer(
        to: .whereRecovery, option: "--recovery-out")
    let recovery = try recoveryOutput(output, context)
    let reader = PassphraseReader(context)
    let passphrase = try reader.newPassphrase(
      file: newPassphraseFile, asking: .newPassphraseOf(new.administrator),
      option: "--new-passphrase-file")
    let recoveryPassphrase = try reader.newPassphrase(
      file: recoveryPassphraseFile, asking: .newRecoveryPassphrase,
      option: "--recovery-passphrase-file")
    let text = try make(
      new, in: folder, access, recovery, passphrase: passphrase,
      recoveryPassphrase: recoveryPassphrase)
    try context.terminal.write("\(text.vault)\n")
    context.terminal.tell(.vaultMade(folder: folder, recovery: output))
    try keepFirstCheckpoint(access, of: text.vault)
  }

  private func recoveryOutput(
    _ name: String, _ context: CommandContext
  ) throws -> RecoveryOutput {
    do {
      return try RecoveryOutput(context.path(name))
    } catch let error as TextError {
      guard case .outputExists = error else { throw error }
      let bytes = try? InputFile.bytes(context.path(name), named: name, limit: 1 << 16)
      let text = bytes.flatMap { String(validating: $0, as: UTF8.self) }
      guard let file = text.flatMap({ try? RecoveryFile(parsing: $0) }) else { throw error }
      throw Failure(error).with(hint: .existingRecoveryFile(file.vault))
    }
  }

  private func newVault(_ context: CommandContext) throws -> NewVault {
    let questions = Questions(context)
    let organisation =
      try self.organisation
      ?? questions.answer(
        to: .whichOrganisation, option: "--organisation")
    let number = try corporateNumber(questions)
    let administrator =
      try self.administrator
      ?? questions.answer(
        to: .whichAdministrator, option: "--administrator")
    return NewVault(
      organisation: organisation, corporateNumber: number, administrator: administrator,
      policy: try PolicyFolder(context).bundle(policy))
  }

  private func corporateNumber(_ questions: Questions) throws -> String? {
    guard !soleProprietor else { return nil }
    let text =
      try corporateNumber
      ?? questions.answer(
        to: .whichCorporateNumber, option: "--corporate-number")
    do {
      return try CorporateNumber(text).digits
    } catch {
      throw Failure.usage(.badCorporateNumber)
    }
  }

  /// Makes the files and the vault in them; if that fails, the files go again.
  private func make(
    _ new: NewVault, in folder: String, _ access: VaultAccess, _ recovery: RecoveryOutput,
    passphrase: borrowing SecretBytes, recoveryPassphrase: borrowing SecretBytes
  ) throws -> RecoveryFile {
    let environment = try access.environment(place)
    let store = try create(folder, access.keysFolder(place), access.context)
    do {
      let file = try VaultCreation(new, in: store, environment: environment).make(
        passphrase: passphrase, recoveryPassphrase: recoveryPassphrase, keep: recovery.keep)
      store.close()
      return file
    } catch {
      recovery.discard()
      try? store.discardIfEmpty()
      throw error
    }
  }

  /// Makes the files, in the place of those that an interrupted making left.
  private func create(
    _ folder: String, _ keysFolder: String?, _ context: CommandContext
  ) throws -> SQLiteVaultStore {
    do throws(StorageError) {
      return try SQLiteVaultStore.create(folder: folder, keysFolder: keysFolder)
    } catch {
      switch error.code {
      case .exists:
        guard try SQLiteVaultStore.discardUnfinished(folder: folder, keysFolder: keysFolder) else {
          throw Failure(ExitStatus.noOutput, .vaultExists(folder))
        }
        context.terminal.tell(.startingOver(folder))
        return try SQLiteVaultStore.create(folder: folder, keysFolder: keysFolder)
      case .missing: throw Failure(ExitStatus.noOutput, .noFolder(for: folder))
      default: throw error
      }
    }
  }

  /// Opens what was made, which checks it, and keeps its checkpoint outside.
  private func keepFirstCheckpoint(_ access: VaultAccess, of made: VaultID) throws {
    let vault = try access.open(place)
    // Of two that run in one place at the same time, the later one wins.
    guard vault.id == made else { throw CustodyError(.busy) }
    try access.keeper(place).keep(
      vault.signature.checkpoint.text, seenBy: "u0", in: vault.id)
    vault.store.close()
  }
}
