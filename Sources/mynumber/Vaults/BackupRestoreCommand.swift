import ArgumentParser
import Glibc
import MyNumberKit

/// `backup restore`: puts a copy in the place of vault.sqlite, and declares it.
struct BackupRestoreCommand: ContextCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "restore",
      Message("Put a backup in the place of the records.", "控えを記録の場所に戻す。"),
      Message(
        """
        Verifies the copy by its manifest and its log, and puts it in the place of vault.sqlite, which \
        may be damaged or missing; keys.sqlite stays. An entry declares the restore with the newest \
        checkpoint known of the log that is given up. Checkpoints kept under this account's state \
        folder are replaced; others, and a witness's, still show 76, and which entries were lost by \
        whose restore: once that is clear, their owner moves them away.

        What was purged since stays purged: the keys are gone, and the copy's rows become tombstones. \
        Users revoked since are revoked again. What was collected, granted or shared since is lost and \
        has to be done again; so is a name, or the particulars of a verification, that was recorded anew \
        since ('person import --update' names the person again). Where the records that are given up \
        verify, holds set since stand again, and the copies and exported files that stand are carried \
        over into the registers; holds removed since stand again too. Other changes of the policy and of \
        events are as in the copy: look at 'policy show'. A user, you too, whose passphrase was changed \
        since cannot sign in to the copy, and a copy from before a key was rotated is refused: back up \
        after both.

        keys.sqlite that is older than the records is refused, since what was purged since would open \
        again. If the newer one is lost, move the records away first: the restore then says, in the log \
        too, that the keys may be older, and what was purged since they were copied has to be purged again.

        Interrupted, the vault either is as it was, or does not open (76) until the restore is run again.
        """,
        """
        控えを目録とログで検証し、vault.sqlite の場所に戻す（元のものは壊れていても、なくてもよい）。keys.sqlite はそのまま使う。\
        戻したことは、失われるログの最新のチェックポイントとともに記録する。このアカウントの状態フォルダーのチェックポイントは\
        置き換える。ほかの人や witness のものは、どの記録が誰の復元で失われたかとともに 76 を示し続けるので、確かめたうえで\
        その持ち主が移すこと。

        控えより後に廃棄した番号は廃棄されたまま（鍵がないので、控えの行も消す）。控えより後に停止した利用者は再び停止する。\
        控えより後の取込み・付与・共有は失われるので、やり直すこと。控えより後に改めた氏名・住所や本人確認の記録も失われる\
        （氏名等は person import --update で取り込み直す）。失われる記録が検証に通れば、控えより後の保留（hold）を再び設け、\
        残っている控えと書類を登録簿に引き継ぐ。控えより後に解いた保留も元に戻る。規程と事由のほかの変更は控えのとおりになるので、\
        policy show で確かめること。控えより後にパスフレーズを変えた利用者（自分も）はその控えにサインインできず、鍵の更新より前の\
        控えは戻せない。どちらの後にも控えを取ること。

        記録より古い keys.sqlite では、廃棄した番号が再び開けてしまうので戻せない。新しいものを失ったときは、先に記録をよそへ\
        移すこと。そのときは鍵が古いかもしれないことがログにも残るので、その鍵の控えを取った後に廃棄した番号を廃棄し直すこと。

        中断したときは、元のままか、もう一度実行するまで開けない（76）かのどちらかである。
        """),
      example: "mynumber backup restore vault-2026-04-01.sqlite --vault acme.vault --as 佐藤")
  }

  @Argument(help: .both("The copy; its manifest stands beside it.", "控え。目録が隣にあること。"))
  var file: String

  @OptionGroup var options: SignInOptions

  func run(in context: CommandContext) throws {
    let access = VaultAccess(context)
    let (folder, user) = (try access.folder(options.place), try access.user(options))
    let manifest = try manifest(context)
    let passphrase = try access.passphrase(options, of: user)
    let replacement = try VaultReplacement(
      folder: folder, keysFolder: access.keysFolder(options.place))
    let restoration = try Restoration(
      of: context.path(file), manifest, into: replacement,
      environment: try access.environment(options.place))
    tell(try restoration.run(user: user, passphrase: passphrase), context)
  }

  private func manifest(_ context: CommandContext) throws -> BackupManifest {
    let name = file + BackupManifest.suffix
    guard unsafe access(context.path(name), F_OK) == 0 else {
      throw Failure(ExitStatus.noInput, .noManifest(name))
    }
    return try BackupManifest(
      parsing: try InputFile.bytes(context.path(name), named: name, limit: BackupManifest.limit))
  }

  private func tell(_ summary: RestoreSummary, _ context: CommandContext) {
    let terminal = context.terminal
    terminal.tell(.restored)
    terminal.tell(summary.lost > 0 ? .entriesLost(summary) : .nothingKnownLost)
    tellUnknown(of: summary.log, context)
    if summary.carried > 0 { terminal.tell(.carriedOver(summary.carried)) }
    if !summary.purged.isEmpty { terminal.tell(.stillPurged(summary.purged)) }
    if !summary.revoked.isEmpty { terminal.tell(.revokedAgain(summary.revoked)) }
    if !summary.held.isEmpty { terminal.tell(.heldAgain(summary.held)) }
    if summary.wraps > 0 { terminal.tell(.wrapsLost(summary.wraps)) }
    if !summary.namesLost.isEmpty { terminal.tell(.namesLost(summary.namesLost)) }
    if !summary.evidenceLost.isEmpty { terminal.tell(.evidenceLost(summary.evidenceLost)) }
    if let aside = summary.aside { terminal.tell(.setAside(aside)) }
  }

  /// What nobody could find out, and what follows from that.
  private func tellUnknown(of log: GivenUpState, _ context: CommandContext) {
    let terminal = context.terminal
    if !log.keysAreKnown { terminal.tell(.keysUnknown) }
    if !log.checkpointIsVerified { terminal.tell(.abandonedUnverified) }
    if !log.registerIsWhole { terminal.tell(.copiesForgotten) }
    if !log.holdsAreKnown { terminal.tell(.holdsLost) }
    if log.policy != nil { terminal.tell(.policyGivenUp) }
  }
}
