import MyNumberKit
import TestSupport
import Testing

@testable import mynumber

@Suite("An init that was interrupted")
struct UnfinishedInitTests {
  private let folder: TemporaryFolder
  private let terminal = ScriptedTerminal()
  private var vault: String { folder.path + "/acme.vault" }

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("pass", Array("correct horse battery\n".utf8))
    // What is left of it: the tables were made, and nothing was committed to them.
    try SQLiteVaultStore.create(folder: folder.path + "/acme.vault").close()
  }

  private func play(_ arguments: String) -> (status: Int32, output: [String], errors: [String]) {
    let context = CommandContext(
      now: { Timestamp(seconds: 1_800_000_000) }, terminal: terminal,
      environment: ["XDG_STATE_HOME": folder.path + "/state", "LANG": "C.UTF-8"],
      workingDirectory: folder.path, executable: FileBytes.root + "/.build/debug/mynumber")
    let status = run(arguments: arguments.split(separator: " ").map(String.init), context: context)
    let (output, errors) = terminal.take()
    return (status, output, errors)
  }

  private let makeVault = """
    init --vault acme.vault --organisation X --sole-proprietor --administrator sato \
    --recovery-out recovery.txt --new-passphrase-file pass --recovery-passphrase-file pass
    """

  @Test("every command says what it is, and init starts over")
  func startsOver() throws {
    for command in ["doctor --vault acme.vault", "user list --vault acme.vault"] {
      let result = play(command)
      #expect(result.status == 66)
      #expect(result.errors.joined().contains("'mynumber init' was interrupted"))
    }
    let made = play(makeVault)
    #expect(made.status == 0, "\(made.errors)")
    #expect(made.errors.joined().contains("is made anew"))
    #expect(play("doctor --vault acme.vault").status == 0)
    let again = play(makeVault.replacing("recovery.txt", with: "other.txt"))
    #expect(again.status == 73, "a vault that was made is never written over")
    #expect(play("doctor --vault acme.vault").status == 0)
  }

  @Test("it is known before it has tables")
  func blank() throws {
    for file in ["vault.sqlite", "keys/keys.sqlite"] {
      try folder.write("acme.vault/" + file, [])
      folder.setMode("acme.vault/" + file, 0o600)
    }
    let result = play("doctor --vault acme.vault")
    #expect(result.status == 66 && result.errors.joined().contains("was interrupted"))
    let made = play(makeVault)
    #expect(made.status == 0, "\(made.errors)")
  }

  @Test("a recovery file that it left is named for what it is, and not written over")
  func recoveryFile() throws {
    let id = try #require(VaultID([UInt8](repeating: 7, count: 32)))
    let left = RecoveryFile(vault: id, sealed: [UInt8](repeating: 1, count: 108))
    try folder.write("recovery.txt", Array(left.text.utf8))
    let result = play(makeVault)
    #expect(result.status == 73)
    #expect(result.errors.joined(separator: "\n").contains("recovery file of vault \(id)"))
    #expect(try FileBytes.read(folder.path + "/recovery.txt") == Array(left.text.utf8))
    try folder.write("recovery.txt", Array("a shopping list\n".utf8))
    let other = play(makeVault)
    #expect(other.status == 73 && !other.errors.joined().contains("recovery file of vault"))
  }
}
