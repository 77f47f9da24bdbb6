import ArgumentParser
import MyNumberKit

/// `key rotate`: a new key pair, and everything carried over to it.
struct KeyRotateCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "rotate",
      Message("Renew a purpose's key.", "利用目的の鍵を更新する。"),
      Message(
        """
        Run by a holder of the key, or with the recovery file. Makes a new key pair for all holders, \
        wraps anew what lies under the old one, and destroys the old one last. Without --purpose all \
        keys are renewed whose rotation is due and which you hold. It may be stopped at any time: the \
        next run goes on. What is collected afterwards does not open with the old key. Somebody who left \
        with a copy of keys.sqlite and the passphrase still opens older numbers with it, unless \
        --reseal replaces their data keys and ciphertexts too; a copy of both files is beyond reach. \
        Make a new backup afterwards: older ones do not fit the new keys.
        """,
        """
        鍵の保有者か、復旧ファイルを持つ人が実行する。全保有者のために新しい鍵の対を作り、古い鍵の下にあるものを包み直し、\
        最後に古い鍵を廃棄する。--purpose がなければ、更新が必要な鍵のうち自分の持つもの全てを更新する。いつ止めてもよく、\
        次の実行が続きから行う。以後に取得したものは古い鍵では開かない。keys.sqlite の写しとパスフレーズを持って去った人は、\
        以前の番号をなお開ける。--reseal を付ければ、番号の鍵と暗号文も新しくなり、開けなくなる。両方のファイルの写しには\
        及ばない。終わったら新しいバックアップを作ること。以前のものは新しい鍵に合わない。
        """),
      example: "mynumber key rotate --purpose health-pension --vault acme.vault --as 鈴木")
  }

  @Option(
    name: .customLong("purpose"),
    help: .both(
      "A purpose, or roster or evidence; may be repeated.",
      "利用目的、または roster, evidence。繰り返せる。", valueName: "purpose"))
  var purposes: [String] = []

  @Flag(
    help: .both(
      "Replace every data key and ciphertext under the key too.", "番号の鍵と暗号文も全て新しくする。"))
  var reseal = false

  @OptionGroup var recovery: RecoveryOptions
  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let access = VaultAccess(context)
    let session = try access.signIn(options)
    let recovery = try access.recovery(recovery, of: session.vault)
    let rotation = KeyRotation(session, recovery: recovery)
    let named = purposes.map { session.vault.policy.purposeID($0).rawValue }
    let keys = named.isEmpty ? rotation.due : named
    guard !keys.isEmpty else { return context.terminal.tell(.noRotationDue) }
    for key in keys { try rotate(key, rotation, context) }
    context.terminal.tell(.backUpAfterRotation)
  }

  private func rotate(
    _ key: String, _ rotation: KeyRotation, _ context: CommandContext
  ) throws {
    let progress = ProgressLine(context)
    let done = try rotation.rotate(key, reseal: reseal) { progress.show(.carryingOver(key, $0)) }
    progress.end()
    context.terminal.tell(.rotated(done))
    if !done.leftOut.isEmpty { context.terminal.tell(.leftOut(of: key, done.leftOut)) }
  }
}
