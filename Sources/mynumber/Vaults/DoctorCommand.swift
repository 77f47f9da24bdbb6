import ArgumentParser
import MyNumberKit

/// `doctor`: checks the vault as far as that goes without a passphrase.
struct DoctorCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "doctor",
      Message("Check the vault without a passphrase.", "パスフレーズなしで保管庫を検査する。"),
      Message(
        """
        Replays the log, holds it against every checkpoint known and every person against the \
        entry that pins them, looks whether each number in use and its wrapped keys are there, \
        and lists what should be done. What does not verify exits 76 and is named. Whether a \
        number opens, only its key can show.

        It also tells a clock that is behind the log, swap that is not known to be encrypted, and copies \
        of the keys past their day. With --look it goes through folders in which files may have been left \
        (downloads, a shared folder) and names those in which a number could stand clear, and which of \
        them others may read. It sees digits in UTF-8 and CP932, not what is compressed, encrypted or \
        drawn: no spreadsheet, PDF or picture.
        """,
        """
        記録を再現し、知られている全てのチェックポイントと、全ての人をその記録と照合し、使用中の番号とその鍵が揃って\
        いるかを調べ、するべきことを示す。検証できないものがあれば、それを示して 76 で終わる。番号を開けるかどうかは、\
        その鍵でしか確かめられない。

        ログより遅れた時計、暗号化されていると確かめられないスワップ、期限を過ぎた鍵の控えも示す。--look で指定したフォルダー\
        （ダウンロードや共有フォルダーなど）を調べ、番号が平文で残っている可能性のあるファイルと、他人が読めるものを示す。\
        見えるのは UTF-8 と CP932 の数字だけで、圧縮・暗号化・描画されたもの（表計算、PDF、画像）は見えない。
        """),
      example: "mynumber doctor --look ~/Downloads --vault acme.vault")
  }

  @Option(
    help: .both(
      "Look through this folder too; may be given several times.",
      "このフォルダーも調べる（何度でも指定できる）。", valueName: "folder"))
  var look: [String] = []

  @OptionGroup var format: FormatOptions
  @OptionGroup var place: VaultOptions

  func run(in context: CommandContext) throws {
    let access = VaultAccess(context)
    let vault = try access.open(place)
    let examination = try examine(vault, context)
    var findings = try VaultFindings(vault, examination, keptOutside: access.keeper(place))
    try findings.add(SurroundingFindings(vault, look, try ownFolders(access), context))
    try findings.listing.write(to: context, as: format.format)
    try tell(examination)
    context.terminal.tell(.vaultVerifies)
  }

  private func examine(_ vault: Vault, _ context: CommandContext) throws -> VaultExamination {
    let progress = ProgressLine(context)
    return try VaultExamination(vault) { progress.show(.examining($0, of: $1)) }
  }

  /// The vault's own folders hold ciphertexts, which are no plaintext.
  private func ownFolders(_ access: VaultAccess) throws -> Set<String> {
    let folders = [try access.folder(place), access.keysFolder(place)]
    return Set(folders.compactMap { $0 }.compactMap(PrivateFolder.resolved))
  }

  private func tell(_ examination: VaultExamination) throws {
    guard examination.problemCount > 0 else { return }
    let more = examination.problemCount - examination.problems.count
    throw Failure(
      ExitStatus.integrity,
      messages: examination.problems.map(Message.integrity)
        + (more > 0 ? [.moreProblems(more)] : []),
      hints: [.integrityHint, .openedNothing])
  }
}
