internal import Auditing

/// The actions that this program knows, and in which sections their entries stand.
enum LogAction {
  /// The entries that are written before any key is open.
  static let signInFailed = "sign-in-failed"
  static let signIns: Set<String> = [signInFailed, "sign-in"]
  static let collection: Set<String> = [
    "import", "import-batch", "update", "replace", "correct", "declare", "declare-batch", "widen",
    "verify", "verify-batch", "attest", "event", "event-undo", "filed", "leave", "leave-undo",
    "hold",
    "hold-add", "hold-remove", "ask", "ask-undo", "change-done", "change-undo",
    "second-entry", "second-entry-batch", "number-check", "compare", "compared",
    "source-shred", "source-shredded",
  ]
  /// Decisions to destroy, what was destroyed, the batches of both, and the looking through after.
  static let purges: Set<String> = [
    "purge", "purged", "purge-approve", "purge-batch", "purge-scan",
  ]
  static let exports: Set<String> = [
    "export", "export-begin", "export-withdrawn", "export-receipt", "export-dispose",
    "export-disposed",
    "audit-export", "audit-checkpoint", "hand-over", "hand-over-returned",
    "hand-over-begin", "hand-over-withdrawn",
    "share", "share-batch", "disclose", "backup", "backup-keys", "backup-dispose",
    "backup-disposed", CarriedEntry.action, HandlingBook.move, HandlingBook.comeBack,
    HandlingBook.destroy, HandlingBook.certify,
  ]
  /// Those of `exports` by which something goes out.
  static let takingOut: Set<String> = [
    "export", "audit-export", "hand-over", "share", "disclose", "backup", "backup-keys",
  ]
  /// Changes that no authority statement makes.
  static let changes: Set<String> = [
    "employer-set", "employer", "policy-update", "restore", "restore-loss", "rotate",
    "entrustment-supervise",
    "entrustment-end", "entrustment-returned",
  ]

  /// Recorded reviews of the log, and incidents opened and looked into.
  static let reviews: Set<String> = [
    "sign-off", "incident-open", "incident-fact", "incident-assess", "incident-report",
    IncidentTelling.action,
  ]

  /// The words of the known actions.
  static let words: [String: Words] = [
    "init": Words("保管庫の作成", "make the vault"),
    "key": Words("鍵の作成", "make a key"),
    "user-add": Words("利用者の追加", "add a user"),
    "user-revoke": Words("利用者の停止", "revoke a user"),
    "user-passphrase": Words("パスフレーズの変更", "change a passphrase"),
    "administer-users": Words("利用者の管理", "administer users"),
    "administer-policy": Words("規程の管理", "administer the policy"),
    "passphrase": Words("パスフレーズの変更", "change a passphrase"),
    "revoke": Words("停止", "revoke"),
    "grant": Words("鍵の付与", "grant a key"),
    "rotate": Words("鍵の更新", "rotate a key"),
    "sign-in": Words("サインイン", "sign in"),
    signInFailed: Words("サインイン失敗", "failed sign-in"),
    "read": Words("個人番号の利用", "read a number"),
    "list": Words("一覧の表示", "list people"),
    "show": Words("一人の表示", "show a person"),
    "plan": Words("提出の計画", "plan slips"),
    "import": Words("収集・登録", "import"),
    "import-batch": Words("一括収集・登録", "import (batch)"),
    "source-shred": Words("取込元の消去の開始", "begin to destroy an imported file"),
    "source-shredded": Words("取込元の消去", "destroy an imported file"),
    "second-entry": Words("番号の二度目の入力", "enter a number again"),
    "second-entry-batch": Words("番号の二度目の入力（一括）", "enter numbers again (batch)"),
    "number-check": Words("番号の確認の記録", "record a check of a number"),
    "compare": Words("二つの入力の照合", "compare two entries"),
    "compared": Words("照合の結果", "two entries compared"),
    "update": Words("登録内容の更新", "update"),
    "replace": Words("番号の変更・訂正", "replace a number"),
    "declare": Words("利用目的の通知", "declare purposes"),
    "declare-batch": Words("利用目的の一括通知", "declare purposes (batch)"),
    "widen": Words("番号の鍵の追加", "wrap for one more key"),
    "declaration": Words("通知した利用目的", "purposes declared"),
    "verify": Words("本人確認", "verify identity"),
    "verify-batch": Words("本人確認（一括）", "verify identity (batch)"),
    "verify-report": Words("本人確認報告書の作成", "make a verification report"),
    "attest": Words("責任者の確認", "attest"),
    "event": Words("異動の記録", "record an event"),
    "event-undo": Words("異動の記録の取消し", "take back an event"),
    "ask": Words("番号提供依頼の記録", "record a request for a number"),
    "ask-undo": Words("番号提供依頼の記録の取消し", "take back a request for a number"),
    "change-done": Words("番号の変更・訂正の届出", "tell an office of a changed number"),
    "change-undo": Words("番号の変更・訂正の届出の取消し", "take back a notice of a changed number"),
    "ledger": Words("申告書の帳簿の表示", "show the declaration ledger"),
    "leave": Words("退職の記録", "record a leaving"),
    "leave-undo": Words("退職の記録の取消し", "take back a leaving"),
    "correct": Words("番号の訂正", "correct a number"),
    "hold": Words("廃棄の保留", "hold"),
    "hold-add": Words("廃棄の保留", "add a hold"),
    "hold-remove": Words("廃棄の保留の解除", "remove a hold"),
    "blank": Words("番号の空欄", "leave blank"),
    "export": Words("書類の作成・提供", "export files"),
    "export-begin": Words("書類の作成の開始", "begin a file"),
    "export-receipt": Words("受付番号の記録", "record an acceptance"),
    "export-dispose": Words("書類の廃棄の開始", "begin to destroy a file"),
    "export-disposed": Words("書類の廃棄", "destroy a file"),
    "export-withdrawn": Words("書類の作成の取消し（ファイル不成立）", "withdraw a file that got no name"),
    "filed": Words("票の再提出・取消し", "file a slip again, or void it"),
    "hand-over": Words("委託先への引渡し", "hand over"),
    "hand-over-begin": Words("引渡しファイルの作成の開始", "begin a hand-over file"),
    "hand-over-withdrawn": Words("引渡しの取消し（ファイル不成立）", "withdraw a hand-over without a file"),
    "hand-over-returned": Words("引渡しの返却・廃棄", "a hand-over returned"),
    "share": Words("委託先との共有", "share with a contractor"),
    "share-batch": Words("委託先との共有（一括）", "share with a contractor (batch)"),
    "entrust": Words("委託の管理", "entrust"),
    "entrustment-add": Words("委託契約の登録", "register a contract"),
    "entrustment-supervise": Words("委託先の監督", "supervise a contractor"),
    "entrustment-end": Words("委託の終了", "end an entrustment"),
    "entrustment-returned": Words("委託先の返却・廃棄", "a contractor returned all"),
    "contractor-key-end": Words("委託先の鍵の廃棄", "end a contractor's key"),
    "rotate-batch": Words("新しい世代の鍵への移し替え", "carry over to a key's next generation"),
    "key-retire": Words("旧世代の鍵の廃棄", "destroy a key's former generations"),
    "disclose": Words("本人への開示", "disclose to the person"),
    "backup": Words("バックアップ", "back up"),
    "backup-keys": Words("鍵のバックアップ", "back up the keys"),
    "backup-dispose": Words("バックアップの廃棄の開始", "begin to destroy a backup"),
    "backup-disposed": Words("バックアップの廃棄", "destroy a backup"),
    "restore": Words("復元", "restore"),
    "restore-loss": Words("復元で失われた氏名等", "names lost by a restore"),
    CarriedEntry.action: Words("復元での登録簿の引継ぎ", "carry a register over a restore"),
    "purge": Words("廃棄の決定", "decide a purge"),
    "purged": Words("廃棄の完了", "purged"),
    "purge-approve": Words("廃棄計画の承認", "approve a purge"),
    "purge-batch": Words("廃棄の実施", "purge (batch)"),
    "purge-scan": Words("廃棄後の確認", "look for remnants"),
    "retention": Words("保存期間の確認", "look at retention"),
    "employer": Words("事業者情報", "employer"),
    "employer-set": Words("事業者情報の設定", "set the employer"),
    "policy-update": Words("規程の更新", "update the policy"),
    "audit": Words("監査", "audit"),
    "audit-report": Words("記録報告書の作成", "make an access report"),
    "audit-export": Words("記録の書き出し", "export the log"),
    "audit-checkpoint": Words("検証点の書き出し", "export a checkpoint"),
    "sign-off": Words("点検の記録", "review"),
    "handling": Words("取扱いの記録", "record handling"),
    "handling-ledger": Words("取扱状況の台帳の表示", "show the handling ledger"),
    "self-check": Words("自己点検", "check oneself"),
    HandlingBook.file: Words("保管庫の外のファイルの登録", "register a file outside the vault"),
    HandlingBook.move: Words("持ち運び・送付・受領の記録", "record a carrying, posting or receipt"),
    HandlingBook.comeBack: Words("持ち出しの戻り", "record that it came back"),
    HandlingBook.destroy: Words("保管庫の外の廃棄の記録", "record a destruction outside the vault"),
    HandlingBook.certify: Words("廃棄証明書の受領", "record a certificate of destruction"),
    HandlingBook.training: Words("研修の記録", "record a training"),
    HandlingBook.pledge: Words("誓約の記録", "record a pledge"),
    HandlingBook.size: Words("事業者の規模の申告", "state the employer's size"),
    "incident-open": Words("漏えい等の発覚の記録", "open an incident"),
    "incident-fact": Words("漏えい等について分かったことの記録", "note a fact of an incident"),
    "incident-assess": Words("漏えい等の調査", "assess an incident"),
    "incident-report": Words("漏えい等の報告案の作成", "draft an incident's report"),
    IncidentTelling.action: Words("漏えい等の報告・通知の記録", "record that an incident was reported"),
  ]

  static func cell(_ action: String) -> ReportCell {
    words[action].map { .word(id: action, $0) } ?? .text(action)
  }
}

extension Outcome {
  var cell: ReportCell {
    switch self {
    case .done: .word(id: rawValue, Words("完了", "done"))
    case .allowed: .word(id: rawValue, Words("許可", "allowed"))
    case .refused: .word(id: rawValue, Words("拒否", "refused"))
    case .failed: .word(id: rawValue, Words("検証失敗", "failed"))
    }
  }
}
