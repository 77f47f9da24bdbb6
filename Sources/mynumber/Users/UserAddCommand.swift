import ArgumentParser
import MyNumberKit

/// `user add`: makes a user with key pairs of their own.
struct UserAddCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "add",
      Message("Add a user.", "利用者を加える。"),
      Message(
        """
        Makes key pairs under a first passphrase, typed by or for the new user, who should change \
        it with 'mynumber user passphrase'. With --recovery the user becomes a first holder of the \
        roles' keys; without it the user is pending until a holder runs 'mynumber user grant'. A user of the \
        role contractor belongs to a contractor of the register (--organisation), not longer than its \
        contract, and opens what 'mynumber entrustment share' gives.
        """,
        """
        最初のパスフレーズで鍵の対を作る。本人は後で 'mynumber user passphrase' で変更すること。--recovery を付けると\
        役割の鍵の最初の保有者になる。付けなければ、保有者が 'mynumber user grant' を実行するまで待つ。役割 contractor の\
        利用者は、登録済みの委託先（--organisation）に属し、契約の期間内で、'mynumber entrustment share' で共有されたものだけを\
        開く。
        """),
      example: """
        mynumber user add 鈴木 --role hr --recovery recovery.txt \\
          --vault acme.vault --as 佐藤
        """)
  }

  @Argument(help: .both("The name to sign in with.", "サインインに使う名前。"))
  var name: String

  @Option(
    name: .customLong("role"),
    help: .both(
      "A role of the policy (hr, accountant, auditor, administrator, contractor); may be repeated.",
      "規程にある役割（hr, accountant, auditor, administrator, contractor）。繰り返せる。", valueName: "role"))
  var roles: [String]

  @Option(help: .both("The last day of the authority.", "権限の最終日。", valueName: "date"))
  var until: CalendarDate?

  @Option(
    help: .both(
      "The organisation of somebody from outside.", "外部の人の所属。", valueName: "name"))
  var organisation: String?

  @Option(
    help: .both(
      "A file of mode 0600 with the new user's passphrase.", "新しい利用者のパスフレーズのファイル（0600）。",
      valueName: "file"))
  var newPassphraseFile: String?

  @OptionGroup var recovery: RecoveryOptions
  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    if let until, until < context.today { throw Failure.usage(.lastDayPassed) }
    let access = VaultAccess(context)
    let session = try access.signIn(options)
    let recovery = try access.recovery(recovery, of: session.vault)
    let passphrase = try PassphraseReader(context).newPassphrase(
      file: newPassphraseFile, asking: .newPassphraseOf(name), option: "--new-passphrase-file")
    let id = try Users(session).add(
      name, roles: roles.map(RoleID.init(rawValue:)), until: until, organisation: organisation,
      passphrase: passphrase, recovery: recovery)
    try context.terminal.write("\(id)\n")
    let wantsKeys = roles.contains { role in
      session.vault.policy.role(RoleID(rawValue: role))?.keys.isEmpty == false
    }
    context.terminal.tell(.userAdded(name, wantsKeys: wantsKeys, gotKeys: recovery != nil))
  }
}
