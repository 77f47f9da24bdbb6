extension Message {
  static func logExported(entries: Int, to file: String) -> Message {
    Message(
      "\(English.count(entries, "entry", "entries")) written to \(file)",
      "\(entries)件の記録を \(file) に書き出しました")
  }

  static func checkpointWritten(entries: Int, to file: String) -> Message {
    Message(
      "the checkpoint of \(English.count(entries, "entry", "entries")) stands in \(file)",
      "\(entries)件の記録のチェックポイントを \(file) に書き出しました")
  }

  static let certificateVerifies = Message("the certificate verifies", "廃棄証明書は検証に通りました")
  static let logVerifies = Message("the log verifies", "記録は検証に通りました")
  static let badVaultID = Message(
    "a vault id has 43 characters of base64url", "保管庫IDは base64url の43文字です")

  static let unknownToLog = Message("the log knows no such user", "記録にその利用者はいません")
}
