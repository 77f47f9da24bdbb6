/// What a log shows to be missing for an item of the self-check, and what to do.
public enum CheckGap: String, CaseIterable, Hashable, Sendable {
  case noNumberChecked = "no-number-checked"
  case noAdministrator = "no-administrator"
  case noOfficer = "no-officer"
  case certificateMissing = "certificate-missing"
  case noOutsideFile = "no-outside-file"
  case unreadEntries = "unread-entries"
  case restored
  case notAssessed = "not-assessed"
  case neverReviewed = "never-reviewed"
  case reviewOld = "review-old"
  case actionOverdue = "action-overdue"
  case unpledged, untrained
  case trainingOverdue = "training-overdue"
  case notLocked = "not-locked"
  case carryOutOverdue = "carry-out-overdue"
  case numbersOverdue = "numbers-overdue"
  case filesOverdue = "files-overdue"
  case copiesOverdue = "copies-overdue"
  case rotationDue = "rotation-due"
  case firstPassphrase = "first-passphrase"
  case failuresNotReviewed = "failures-not-reviewed"
  case notProtected = "not-protected"

  /// What is missing.
  var words: Words {
    switch self {
    case .noNumberChecked: Words("登録した番号を二人目が確かめた記録がない", "no number was checked by a second person")
    case .noAdministrator: Words("有効な責任者（管理者）がいない", "no active administrator")
    case .noOfficer: Words("事務取扱担当者の利用者がいない", "no user handles numbers")
    case .certificateMissing:
      Words("委託先が廃棄し、証明書の記録がない", "destroyed by a contractor, without a certificate")
    case .noOutsideFile:
      Words("保管庫の外のファイル（書類・給与ソフト等）の登録がない", "no file outside the vault is registered")
    case .unreadEntries: Words("必要な事項を欠く記録", "entries that do not say what they must")
    case .restored:
      Words(
        "点検していない復元（控え以後の登録・記録は失われた）",
        "restores not reviewed: what was recorded since the backup is lost")
    case .notAssessed: Words("対象者を調べていない漏えい等", "incidents not looked into")
    case .neverReviewed: Words("点検の記録がない", "never reviewed")
    case .reviewOld: Words("点検が規程の期間より古い", "the last review is older than the policy allows")
    case .actionOverdue: Words("期限を過ぎた是正", "actions overdue")
    case .unpledged: Words("誓約の記録がない利用者", "users without a pledge")
    case .untrained: Words("研修の記録がない利用者", "users never trained")
    case .trainingOverdue: Words("研修の期限を過ぎた利用者", "users whose training is overdue")
    case .notLocked:
      Words("施錠等の方法を記録していない書類・媒体", "papers and media without how they are locked away")
    case .carryOutOverdue: Words("戻っていない持ち出し", "carried out and not back in time")
    case .numbersOverdue:
      Words("廃棄期限を過ぎた番号（人×利用目的）", "numbers overdue for disposal (people by purpose)")
    case .filesOverdue: Words("廃棄・返却期限を過ぎたファイル", "files overdue for disposal or return")
    case .copiesOverdue: Words("廃棄期限を過ぎた鍵のバックアップ", "key backups overdue for disposal")
    case .rotationDue: Words("停止した利用者が持っていた鍵", "keys that a revoked user held")
    case .firstPassphrase: Words("初回パスフレーズのままの利用者", "users with their first passphrase")
    case .failuresNotReviewed: Words("点検していないサインイン失敗", "failed sign-ins not reviewed")
    case .notProtected:
      Words("保護の方法を記録していないソフト・媒体", "software and media without how they are protected")
    }
  }

  /// What to do: the commands, and in words.
  var remedy: ReportCell {
    .word(
      id: commands.joined(separator: ";"),
      advice ?? Words(commands.joined(separator: "、"), commands.joined(separator: ", ")))
  }

  private var commands: [String] {
    switch self {
    case .noNumberChecked: ["number checked"]
    case .noAdministrator, .noOfficer: ["user add"]
    case .certificateMissing: ["handling certified"]
    case .noOutsideFile, .restored, .notLocked, .notProtected: ["ledger file add"]
    case .unreadEntries: ["audit export"]
    case .notAssessed: ["incident assess"]
    case .neverReviewed, .reviewOld, .actionOverdue, .failuresNotReviewed: ["audit sign-off"]
    case .unpledged: ["handling pledge"]
    case .untrained, .trainingOverdue: ["handling training"]
    case .carryOutOverdue: ["handling returned", "incident open"]
    case .numbersOverdue: ["purge"]
    case .filesOverdue: ["export dispose", "hand-over returned"]
    case .copiesOverdue: ["backup dispose"]
    case .rotationDue: ["key rotate"]
    case .firstPassphrase: ["user passphrase"]
    }
  }

  /// What the commands alone do not say.
  private var advice: Words? {
    switch self {
    case .noOutsideFile:
      Words(
        "ledger file add で登録する。無ければ点検の所見に記す",
        "ledger file add; if there is none, say so in a review"
      )
    case .restored:
      Words(
        "失われたものを登録・記録し直し、audit sign-off で点検を記録する",
        "register and record anew what is lost, then audit sign-off")
    case .unreadEntries:
      Words(
        "audit export で内容を確かめて記録し直し、audit sign-off",
        "look at them (audit export), record anew, audit sign-off")
    case .actionOverdue:
      Words("是正し、audit sign-off --closes で記録する", "do them, then audit sign-off --closes")
    case .notLocked, .notProtected:
      Words("ledger file add --replaces で記録する", "ledger file add --replaces, with --protection")
    case .carryOutOverdue:
      Words(
        "戻し、handling returned で記録する。無ければ incident open",
        "bring it back (handling returned); if lost, incident open")
    default: nil
    }
  }
}
