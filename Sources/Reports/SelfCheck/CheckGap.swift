/// What a log shows to be missing for an item of the self-check, and what to do.
public enum CheckGap: String, CaseIterable, Hashable, Sendable {
  case numbersUnchecked = "numbers-unchecked"
  case noAdministrator = "no-administrator"
  case noOfficer = "no-officer"
  case certificateMissing = "certificate-missing"
  case returnUnproved = "return-unproved"
  case notReturned = "not-returned"
  case noOutsideFile = "no-outside-file"
  case unreadEntries = "unread-entries"
  case restored
  case notAssessed = "not-assessed"
  case undecided
  case firstReportLate = "first-report-late"
  case finalReportLate = "final-report-late"
  case noticeLate = "notice-late"
  case neverReviewed = "never-reviewed"
  case reviewOld = "review-old"
  case entriesNotReviewed = "entries-not-reviewed"
  case actionOverdue = "action-overdue"
  case unpledged, untrained
  case trainingOverdue = "training-overdue"
  case notLocked = "not-locked"
  case carryOutOverdue = "carry-out-overdue"
  case numbersOverdue = "numbers-overdue"
  case filesOverdue = "files-overdue"
  case copiesOverdue = "copies-overdue"
  case outsideOverdue = "outside-overdue"
  case sourcesLeft = "sources-left"
  case rotationDue = "rotation-due"
  case firstPassphrase = "first-passphrase"
  case failuresNotReviewed = "failures-not-reviewed"
  case notProtected = "not-protected"
  case regimeUnknown = "regime-unknown"

  /// What is missing.
  var words: Words {
    switch self {
    case .numbersUnchecked:
      Words("登録・差替えの後、二人目が確かめていない番号", "numbers not checked by a second person since they came")
    case .noAdministrator: Words("有効な責任者（管理者）がいない", "no active administrator")
    case .noOfficer: Words("事務取扱担当者の利用者がいない", "no user handles numbers")
    case .certificateMissing:
      Words("委託先が廃棄し、証明書の記録がない", "destroyed by a contractor, without a certificate")
    case .returnUnproved:
      Words(
        "証明書の記録がなく点検もしていない委託先の返却・廃棄",
        "returned or destroyed by a contractor, without a certificate and not reviewed")
    case .notReturned:
      Words("終了後に返却・廃棄の記録がない委託", "contracts that ended, nothing recorded as returned or destroyed")
    case .noOutsideFile:
      Words("保管庫の外のファイル（書類・給与ソフト等）の登録がない", "no file outside the vault is registered")
    case .unreadEntries: Words("必要な事項を欠く記録", "entries that do not say what they must")
    case .restored:
      Words(
        "点検していない復元（控え以後の登録・記録は失われた）",
        "restores not reviewed: what was recorded since the backup is lost")
    case .notAssessed:
      Words(
        "対象者を調べていない漏えい等（調べた後に分かったことを含む）",
        "incidents not looked into, be it since the last fact became known")
    case .undecided:
      Words("報告の要否が決まっていない漏えい等", "incidents of which it is open if they are reported")
    case .firstReportLate:
      Words("目安を過ぎて速報の記録がない漏えい等", "incidents without a first report, past its guide")
    case .finalReportLate:
      Words("期限を過ぎて確報の記録がない漏えい等", "incidents without a final report, past its day")
    case .noticeLate:
      Words(
        "確報の期限を過ぎて本人への通知の記録がない漏えい等",
        "incidents of which nobody told the people by the day of the final report")
    case .neverReviewed: Words("点検の記録がない", "never reviewed")
    case .reviewOld: Words("点検が規程の期間より古い", "the last review is older than the policy allows")
    case .entriesNotReviewed:
      Words("規程の期間を過ぎて点検が及んでいない記録", "entries that no review looked at within the policy's months")
    case .actionOverdue: Words("期限を過ぎた是正", "actions overdue")
    case .unpledged: Words("誓約の記録がない利用者", "users without a pledge")
    case .untrained: Words("研修の記録がない利用者", "users never trained")
    case .trainingOverdue: Words("研修の期限を過ぎた利用者", "users whose training is overdue")
    case .notLocked:
      Words(
        "施錠等の方法を記録していない書類・媒体等",
        "papers, media and the like without how they are locked away")
    case .carryOutOverdue: Words("戻っていない持ち出し", "carried out and not back in time")
    case .numbersOverdue:
      Words("廃棄期限を過ぎた番号（人×利用目的）", "numbers overdue for disposal (people by purpose)")
    case .filesOverdue: Words("廃棄・返却期限を過ぎたファイル", "files overdue for disposal or return")
    case .copiesOverdue: Words("廃棄期限を過ぎた鍵のバックアップ", "key backups overdue for disposal")
    case .outsideOverdue:
      Words("廃棄予定日を過ぎた保管庫の外のファイル", "files outside the vault past the day of their disposal")
    case .sourcesLeft:
      Words("消去の完了の記録がない、取り込んだファイル", "imported files whose destruction was begun, not finished")
    case .rotationDue: Words("停止した利用者が持っていた鍵", "keys that a revoked user held")
    case .firstPassphrase: Words("初回パスフレーズのままの利用者", "users with their first passphrase")
    case .failuresNotReviewed: Words("点検していないサインイン失敗", "failed sign-ins not reviewed")
    case .notProtected:
      Words(
        "保護の方法を記録していないソフト・媒体等",
        "software, media and the like without how they are protected")
    case .regimeUnknown:
      Words(
        "国の制度を把握した記録のない外国のファイル",
        "files abroad without what was found out of the country's regime")
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
    case .numbersUnchecked: ["number checked", "number confirm"]
    case .noAdministrator, .noOfficer: ["user add"]
    case .certificateMissing: ["handling certified"]
    case .returnUnproved: ["audit sign-off"]
    case .notReturned: ["entrustment returned"]
    case .noOutsideFile, .restored, .notLocked, .notProtected, .regimeUnknown:
      ["ledger file add"]
    case .unreadEntries: ["audit export"]
    case .notAssessed: ["incident assess"]
    case .undecided: ["incident fact", "incident assess"]
    case .firstReportLate, .finalReportLate, .noticeLate: ["incident reported"]
    case .neverReviewed, .reviewOld, .entriesNotReviewed, .actionOverdue, .failuresNotReviewed:
      ["audit sign-off"]
    case .unpledged: ["handling pledge"]
    case .untrained, .trainingOverdue: ["handling training"]
    case .carryOutOverdue: ["handling returned", "incident open"]
    case .numbersOverdue: ["purge"]
    case .filesOverdue: ["export dispose", "hand-over returned"]
    case .copiesOverdue: ["backup dispose"]
    case .outsideOverdue: ["ledger file close"]
    case .sourcesLeft: ["handling record", "audit sign-off"]
    case .rotationDue: ["key rotate"]
    case .firstPassphrase: ["user passphrase"]
    }
  }

  /// What the commands alone do not say.
  private var advice: Words? {
    switch self {
    case .numbersUnchecked:
      Words(
        "規程（collection.yaml の second_entry）で求め、number checked か number confirm で確かめる",
        "have the policy ask for it (collection.yaml, second_entry), then number checked or number confirm"
      )
    case .returnUnproved:
      Words(
        "返却か廃棄か、廃棄なら証明書等を確かめ、audit sign-off で点検を記録する",
        "see if it came back or was destroyed, and by what proof, then audit sign-off")
    case .sourcesLeft:
      Words(
        "残っていれば消去して handling record destroy で記録し、audit sign-off",
        "destroy what is left (handling record destroy), then audit sign-off")
    case .undecided:
      Words(
        "分かったことを incident fact で記録し、incident assess で調べ直す",
        "note what is known (incident fact), then incident assess anew")
    case .firstReportLate, .finalReportLate, .noticeLate:
      Words("行い、incident reported で記録する", "do it, then incident reported")
    case .regimeUnknown:
      Words(
        "その国の制度を把握し、ledger file add --replaces --country --regime で記録する",
        "find out that country's regime; ledger file add --replaces, with --country and --regime")
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
