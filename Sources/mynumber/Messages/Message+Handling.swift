extension Message {
  static func fileRegistered(_ entry: Int) -> Message {
    Message(
      "registered: the ledger lists it as entry \(entry)", "登録しました。台帳では記録番号\(entry)で示されます")
  }

  static func fileClosed(_ entry: Int) -> Message {
    Message("the file of entry \(entry) is closed", "記録\(entry)のファイルの廃棄を記録しました")
  }

  static func handlingRecorded(_ entry: Int, isOpen: Bool) -> Message {
    isOpen
      ? Message(
        "recorded; when it is back: 'mynumber handling returned \(entry)'",
        "記録しました。戻ったら 'mynumber handling returned \(entry)' で記録してください")
      : Message("recorded", "記録しました")
  }

  static func cameBack(_ entry: Int) -> Message {
    Message("what entry \(entry) carried out is back", "記録\(entry)の持ち出しが戻ったことを記録しました")
  }

  static func certified(_ entry: Int) -> Message {
    Message(
      "the certificate of the destruction of entry \(entry) is recorded", "記録\(entry)の廃棄の証明書を記録しました"
    )
  }

  static func staffRecorded(_ user: String) -> Message {
    Message("recorded for \(user)", "\(user) について記録しました")
  }

  static func sizeStated(isSmall: Bool) -> Message {
    isSmall
      ? Message("the employer counts as small", "中小規模事業者に当たります")
      : Message("the employer does not count as small", "中小規模事業者に当たりません")
  }
}
