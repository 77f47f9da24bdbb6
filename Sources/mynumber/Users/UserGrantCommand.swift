import ArgumentParser
import MyNumberKit

/// `user grant`: seals keys that the caller holds to another user.
struct UserGrantCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "grant",
      Message("Give a user keys that you hold.", "自分の持つ鍵を利用者に付与する。"),
      Message(
        """
        Only a holder can pass a key on, or whoever has the recovery file. Without --purpose all \
        keys are given that the user's roles may hold and you have. Prints the names of the keys.
        """,
        """
        鍵を渡せるのは、その鍵の保有者か、復旧ファイルを持つ人だけである。--purpose がなければ、利用者の役割が持てる鍵の\
        うち自分の持つもの全てを渡す。渡した鍵の名前を表示する。
        """),
      example: "mynumber user grant 高橋 --purpose health-pension --vault acme.vault --as 鈴木")
  }

  @Argument(help: .both("The user's name.", "利用者の名前。"))
  var name: String

  @Option(
    name: .customLong("purpose"),
    help: .both(
      "A purpose, or roster or evidence; may be repeated.",
      "利用目的、または roster, evidence。繰り返せる。", valueName: "purpose"))
  var purposes: [String] = []

  @OptionGroup var recovery: RecoveryOptions
  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let access = VaultAccess(context)
    let session = try access.signIn(options)
    let recovery = try access.recovery(recovery, of: session.vault)
    let keys = purposes.map { session.vault.policy.purposeID($0).rawValue }
    let granted = try Users(session).grant(
      to: name, keys: keys.isEmpty ? nil : keys, recovery: recovery)
    try context.terminal.write(granted.map { $0 + "\n" }.joined())
    context.terminal.tell(.keysGranted(granted.count, to: name))
  }
}
