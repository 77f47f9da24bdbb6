import MyNumberKit

extension Message {
  static func backedUp(bytes: Int, to file: String) -> Message {
    Message(
      "\(bytes) bytes of records in \(file); keys.sqlite is not in it",
      "\(file) に記録を\(bytes)バイト写しました。keys.sqlite は含みません")
  }

  static func keysBackedUp(bytes: Int, to file: String, by day: CalendarDate) -> Message {
    Message(
      "\(bytes) bytes of keys in \(file); it is to be destroyed by \(day.isoText)",
      "\(file) に鍵を\(bytes)バイト写しました。\(day.isoText) までに廃棄してください")
  }

  static let keysBackupWarning = Message(
    "this copy does not forget: with it and a copy of the records of this time, what is purged "
      + "later can be opened; keep the two apart, and destroy it with 'backup dispose'",
    "この控えは廃棄を反映しません。同じ頃の記録の控えと揃えば、後で廃棄した番号を開けます。別々に保管し、backup dispose で"
      + "廃棄してください")

  static func keyBackupsStand(_ copies: [BackupRecord]) -> Message {
    let list = copies.map { "\($0.path) (\($0.due?.isoText ?? ""))" }.joined(separator: ", ")
    return Message(
      "copies of the keys that still stand, with the day they go: \(list)",
      "残っている鍵の控え（廃棄期限）: \(list)")
  }

  static func backupsOverdue(_ count: Int) -> Message {
    Message(
      "copies of the keys past their day: \(count); destroy them (backup dispose)",
      "期限を過ぎた鍵の控え: \(count)件。廃棄（backup dispose）してください")
  }

  static let restored = Message(
    "the backup stands in the place of the records, and the log declares it",
    "控えを記録の場所に戻し、ログに記録しました")

  static func entriesLost(_ summary: RestoreSummary) -> Message {
    let last = summary.entry + summary.lost - 1
    return Message(
      """
      given up: entries \(summary.entry) to \(last) of the log; whoever kept a later checkpoint is told \
      so (76) and by whom
      """,
      """
      失ったもの: ログの記録 \(summary.entry) から \(last)。これより後のチェックポイントを持つ人には、誰が戻したかとともに\
      不一致（76）として示されます
      """)
  }

  static let copiesForgotten = Message(
    "copies and files made since the backup may be in no register any more (backup list, export list): "
      + "destroy them too; certificates of disposal say so from now on",
    "控えより後に作った控えと書類は登録簿（backup list、export list）から外れたかもしれません。それらも廃棄してください。今後の"
      + "廃棄証明書にもこのことが示されます")

  static func carriedOver(_ count: Int) -> Message {
    Message(
      "entries carried over into the registers of copies and files: \(count)",
      "控えと書類の登録簿に引き継いだ記録: \(count)件")
  }

  static let keysUnknown = Message(
    "keys.sqlite could not be held against the records that were given up: if it is an older copy, what "
      + "was purged since it was made opens again, and has to be purged again",
    "keys.sqlite を、失われる記録と照合できませんでした。古い控えであれば、その後に廃棄した番号が再び開けるので、廃棄し直して"
      + "ください")

  static let abandonedUnverified = Message(
    "no user is known to have signed the newest checkpoint of what was given up",
    "失ったログの最新のチェックポイントは、利用者の署名を確かめられません")

  static let holdsLost = Message(
    "holds set since the backup could not be read and are lost: set them again before the next purge",
    "控えより後の保留（hold）は読めず、失われました。次の廃棄の前に設け直してください")

  static let policyGivenUp = Message(
    "the policy is that of the backup again; look at it (policy show) before the next purge",
    "規程は控えの時点のものに戻りました。次の廃棄の前に確かめて（policy show）ください")

  static func heldAgain(_ codes: [PersonCode]) -> Message {
    let list = codes.map(\.text).joined(separator: ", ")
    return Message(
      "holds set since the backup, and set again: \(list)", "控えより後の保留を再び設けました: \(list)")
  }

  static func namesLost(_ codes: [PersonCode]) -> Message {
    let list = codes.map(\.text).joined(separator: ", ")
    return Message(
      "name and address recorded anew since the backup, and lost: \(list); import them with --update",
      "控えより後に改めた氏名・住所が失われました: \(list)。--update で取り込み直してください")
  }

  static func evidenceLost(_ codes: [PersonCode]) -> Message {
    let list = codes.map(\.text).joined(separator: ", ")
    return Message(
      "particulars of verifications recorded anew since the backup, and lost: \(list)",
      "控えより後に改めた本人確認の記録の詳細が失われました: \(list)")
  }

  static let nothingKnownLost = Message(
    "no later entry of the log is known", "これより後のログの記録は知られていません")

  static func stillPurged(_ codes: [PersonCode]) -> Message {
    let list = codes.map(\.text).joined(separator: ", ")
    return Message(
      "destroyed since the backup, and destroyed in it now: the numbers of \(list)",
      "控えより後に廃棄した番号を、控えからも消しました: \(list)")
  }

  static func revokedAgain(_ names: [String]) -> Message {
    let list = names.joined(separator: ", ")
    return Message(
      "revoked since the backup, and revoked again: \(list)", "控えより後に停止した利用者を、再び停止しました: \(list)")
  }

  static func wrapsLost(_ count: Int) -> Message {
    Message(
      "keys of what was collected since, destroyed: \(count); collect those numbers and names again",
      "控えより後に取り込んだものの鍵を破棄しました: \(count)件。その番号・氏名等は取り込み直してください")
  }

  static func setAside(_ name: String) -> Message {
    Message(
      "the records that stood there are \(name) in the vault's folder; keep them for the auditor",
      "元の記録は保管庫のフォルダーの \(name) にあります。監査のため保管してください")
  }

  static func noManifest(_ path: String) -> Message {
    Message(
      "the backup has no manifest \(path), by which it could be verified",
      "控えを検証するための目録 \(path) がありません")
  }
}
