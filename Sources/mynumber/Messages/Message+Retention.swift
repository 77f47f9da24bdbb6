extension Message {
  static let futurePurge = Message(
    "a purge cannot be as of a future day; --dry-run can",
    "将来の日付では廃棄できません。--dry-run なら指定できます")
  static let nothingDue = Message("nothing is due; nothing was destroyed", "廃棄時期のものはなく、何も廃棄していません")

  static func purged(_ file: String) -> Message {
    Message("destroyed; the certificate stands in \(file)", "廃棄しました。証明書は \(file) にあります")
  }

  static func purgePlanned(_ count: Int, presumed: Int) -> Message {
    Message(
      "\(count) due; \(presumed) by presumption alone (--accept-presumed); nothing was destroyed",
      "廃棄時期\(count)件、推定のみ\(presumed)件（--accept-presumed）。何も廃棄していません")
  }

  static let holdEnded = Message("the hold is ended", "保留を外しました")
}
