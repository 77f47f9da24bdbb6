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
        """,
        """
        記録を再現し、知られている全てのチェックポイントと、全ての人をその記録と照合し、使用中の番号とその鍵が揃って\
        いるかを調べ、するべきことを示す。検証できないものがあれば、それを示して 76 で終わる。番号を開けるかどうかは、\
        その鍵でしか確かめられない。
        """),
      example: "mynumber doctor --vault acme.vault")
  }

  @OptionGroup var format: FormatOptions
  @OptionGroup var place: VaultOptions

  func run(in context: CommandContext) throws {
    let access = VaultAccess(context)
    let vault = try access.open(place)
    let examination = try examine(vault, context)
    let findings = try VaultFindings(vault, examination, keptOutside: access.keeper(place))
    try findings.listing.write(to: context, as: format.format)
    try tell(examination)
    context.terminal.tell(.vaultVerifies)
  }

  private func examine(_ vault: Vault, _ context: CommandContext) throws -> VaultExamination {
    let progress = ProgressLine(context)
    return try VaultExamination(vault) { progress.show(.examining($0, of: $1)) }
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
