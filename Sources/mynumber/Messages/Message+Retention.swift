import MyNumberKit

extension Message {
  static let futurePurge = Message(
    "a purge cannot be as of a future day; --dry-run can",
    "将来の日付では廃棄できません。--dry-run なら指定できます")
  static let nothingDue = Message("nothing is due; nothing was destroyed", "廃棄時期のものはなく、何も廃棄していません")

  static func filesStand(_ count: Int) -> Message {
    Message(
      "\(count) file(s) made with numbers may still stand, perhaps with numbers of those people: "
        + "'mynumber export list', 'mynumber export dispose'",
      "番号を記載したファイルが\(count)件残っている可能性があり、その人たちの番号を含むかもしれません: "
        + "'mynumber export list'、'mynumber export dispose'")
  }

  static func purged(_ file: String) -> Message {
    Message("destroyed; the certificate stands in \(file)", "廃棄しました。証明書は \(file) にあります")
  }

  static func reissued(_ file: String) -> Message {
    Message("the certificate stands in \(file)", "証明書は \(file) にあります")
  }

  static func uncertified(_ entry: Int) -> Message {
    Message(
      "the numbers of entry \(entry) of the log are destroyed, but their certificate was not finished",
      "記録\(entry)番の廃棄は済んでいますが、証明書ができていません")
  }

  static let reissueHint = Message(
    "'mynumber purge --reissue --certificate FILE' makes it from the log",
    "'mynumber purge --reissue --certificate FILE' で記録から作成できます")

  static func purgePlanned(_ count: Int, presumed: Int) -> Message {
    Message(
      "\(count) due; \(presumed) by presumption alone (--accept-presumed); nothing was destroyed",
      "廃棄時期\(count)件、推定のみ\(presumed)件（--accept-presumed）。何も廃棄していません")
  }

  static let purgeApproval = Message("approval of a purge", "廃棄の承認")

  static func purgeApproval(_ rule: PurgeApprovalRule) -> Message {
    switch rule {
    case .notNeeded: Message("none", "不要")
    case .secondUser: Message("another user than the one who purges", "廃棄する利用者とは別の利用者")
    }
  }

  static func planWritten(_ file: String) -> Message {
    Message(
      "the plan stands in \(file); another user approves it with 'mynumber purge approve \(file)'",
      "計画は \(file) にあります。別の利用者が 'mynumber purge approve \(file)' で承認します")
  }

  static func planApproved(_ count: Int) -> Message {
    Message("approved: \(count) to be destroyed", "承認しました（廃棄の対象\(count)件）")
  }

  static let holdEnded = Message("the hold is ended", "保留を外しました")
}
