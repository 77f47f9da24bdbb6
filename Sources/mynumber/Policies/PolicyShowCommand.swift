import ArgumentParser
import MyNumberKit

/// `policy show`: the pinned policy's purposes and form copies, or one of its files.
struct PolicyShowCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "show",
      Message("Show the policy that the vault pins.", "保管庫が固定している規程を表示する。"),
      Message(
        """
        Lists purposes, form copies and roles with their articles, or prints one file of the \
        policy as it is. It needs no passphrase.
        """,
        """
        利用目的、書類、役割を条文とともに一覧にするか、規程のファイルを一つそのまま表示する。パスフレーズは要らない。
        """),
      example: "mynumber policy show --vault acme.vault --file retention.yaml")
  }

  @Option(help: .both("Print this file of the policy.", "規程のこのファイルを表示する。", valueName: "name"))
  var file: String?

  @OptionGroup var format: FormatOptions
  @OptionGroup var place: VaultOptions

  func run(in context: CommandContext) throws {
    let policy = try VaultAccess(context).open(place).policy
    guard let file else {
      return try PolicyListing(policy).listing.write(to: context, as: format.format)
    }
    guard let bytes = policy.file(file) else {
      let names = policy.bundle.files.map(\.name)
      throw Failure(ExitStatus.noInput, .notFound("\(file)"), hints: [.policyFiles(names)])
    }
    try context.terminal.write(bytes)
  }
}
