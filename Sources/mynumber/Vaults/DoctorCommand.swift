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
        entry that pins them, and lists what should be done. What does not verify exits 76.
        """,
        """
        記録を再現し、知られている全てのチェックポイントと、全ての人をその記録と照合し、するべきことを示す。検証できない\
        ものがあれば 76 で終わる。
        """),
      example: "mynumber doctor --vault acme.vault")
  }

  @OptionGroup var format: FormatOptions
  @OptionGroup var place: VaultOptions

  func run(in context: CommandContext) throws {
    let access = VaultAccess(context)
    let vault = try access.open(place)
    let findings = try VaultFindings(vault, keptOutside: access.keeper(place))
    try findings.listing.write(to: context, as: format.format)
    context.terminal.tell(.vaultVerifies)
  }
}
