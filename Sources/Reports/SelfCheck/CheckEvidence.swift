/// What a log shows for an item of the self-check.
public enum CheckEvidence: String, CaseIterable, Hashable, Sendable {
  case policyPinned = "policy-pinned"
  case numbersCollected = "numbers-collected"
  case numbersChecked = "numbers-checked"
  case administrators, officers
  case signedLog = "signed-log"
  case uses, outputs
  case moves, destructions
  case vaultFiles = "vault-files"
  case outsideFiles = "outside-files"
  case incidents, tellings, reviews, reviewed
  case pledges, trainings
  case ownPledges = "own-pledges"
  case ownTrainings = "own-trainings"
  case lockedFiles = "locked-files"
  case protectedFiles = "protected-files"
  case carryOuts = "carry-outs"
  case purges
  case grants
  case signIns = "sign-ins"
  case regimes

  var words: Words {
    switch self {
    case .policyPinned: Words("署名つきで定めた保管庫の規程", "the vault's policy, signed")
    case .numbersCollected: Words("登録・差替えした番号", "numbers entered or replaced")
    case .numbersChecked: Words("二人目が確かめた番号", "numbers checked by a second person")
    case .administrators: Words("責任者（管理者の利用者）", "who answers: administrators")
    case .officers: Words("事務取扱担当者（利用者）と役割", "who handles: users and their roles")
    case .signedLog: Words("ハッシュ木と署名のある取扱記録", "the log, hashed into a tree and signed")
    case .uses: Words("番号の利用の記録", "numbers read, on record")
    case .outputs: Words("書類・引渡しファイルの作成の記録", "files made and handed over, on record")
    case .moves: Words("持ち運び・送付・受領の記録", "carried, posted or received, on record")
    case .destructions: Words("保管庫の外の廃棄の記録", "destroyed outside the vault, on record")
    case .vaultFiles: Words("保管庫（利用目的ごと）の台帳", "the vault's files in the ledger")
    case .outsideFiles: Words("保管庫の外のファイルの台帳", "files outside the vault in the ledger")
    case .incidents: Words("漏えい等の発覚の記録", "incidents on record")
    case .tellings: Words("漏えい等の報告・通知の記録", "incidents reported, people told, on record")
    case .reviews: Words("点検の記録", "reviews, signed")
    case .reviewed: Words("点検の及んだ記録", "entries that reviews looked at")
    case .pledges: Words("誓約した利用者", "users who pledged secrecy")
    case .trainings: Words("期限内に研修を受けた利用者", "users trained in time")
    case .ownPledges: Words("誓約した利用者（本人の記録のみ）", "users who recorded their own pledge")
    case .ownTrainings:
      Words("期限内に研修を受けた利用者（本人の記録のみ）", "users who recorded their own training, in time")
    case .lockedFiles:
      Words("施錠等の方法を記録した書類・媒体等", "papers, media and the like with how they are locked away")
    case .protectedFiles:
      Words("保護の方法を記録したソフト・媒体等", "software, media and the like with how they are protected")
    case .carryOuts:
      Words("保護の方法を記録した持ち運び・送付・受領", "carried, posted or received, with how it was protected")
    case .purges: Words("保管庫の番号の廃棄の実施", "purges of the vault's numbers")
    case .grants: Words("利用目的ごとの鍵の付与", "keys granted by purpose")
    case .signIns: Words("利用者ごとの鍵によるサインイン", "sign-ins, each user with own keys")
    case .regimes:
      Words(
        "国の制度を把握した記録のある外国のファイル",
        "files abroad, with what was found out of the country's regime")
    }
  }
}
