import ArgumentParser
import MyNumberKit

/// `backup create`: copies vault.sqlite as it was last committed.
struct BackupCreateCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "create",
      Message("Copy the records while the vault is in use.", "使用中でも記録の控えを取る。"),
      Message(
        """
        Checks the log first and copies vault.sqlite as it was last committed. keys.sqlite is not \
        in it: back that up apart, and destroy old copies after a purge. The log notes the copy.
        """,
        """
        先に記録を検証し、最後に確定した状態の vault.sqlite を写す。keys.sqlite は含まない。そちらは別に控えを取り、\
        廃棄の後は古い控えを破棄すること。控えを取ったことは記録する。
        """),
      example: """
        mynumber backup create --out vault-2026-04-01.sqlite \\
          --vault acme.vault --as 佐藤
        """)
  }

  @Option(help: .both("The file to make.", "書き出し先。", valueName: "file"))
  var out: String

  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let file = try PrivateFile(creating: context.path(out))
    let session = try VaultAccess(context).signIn(options, for: .backup)
    let size = try copy(session.vault.store, to: file)
    try session.note(.backup(.init(path: out, bytes: size)))
    try file.finish()
    context.terminal.tell(.backedUp(bytes: size, to: out))
  }

  private func copy(_ store: any VaultStore, to file: borrowing PrivateFile) throws -> Int {
    var size = 0
    var failure: TextError?
    try store.begin(.reading)
    defer { store.rollback() }
    try store.forEachChunk(of: .records) { chunk in
      do throws(TextError) {
        try file.write(chunk)
        size += chunk.count
        return true
      } catch {
        failure = error
        return false
      }
    }
    if let failure { throw failure }
    return size
  }
}
