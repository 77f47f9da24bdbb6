import MyNumberKit

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

  static func certificateBySigner(_ signer: String) -> Message {
    Message(
      """
      the certificate is signed by \(signer), who alone vouches that this happened: hold it against the \
      exported log (--log), or a checkpoint of its sizes that was kept elsewhere
      """,
      """
      廃棄証明書は \(signer) の署名したものですが、そのとおり廃棄されたことは署名者の言うところによります。書き出した記録（--log）\
      か、別に保管した同じ件数のチェックポイントと照合してください
      """)
  }
  static func checkpointElsewhere(_ size: Int, _ statement: DisposalStatement) -> Message {
    let sizes = (statement.before.size, statement.after.size)
    return Message(
      """
      the checkpoint is of \(size) entries, the certificate of \(sizes.0) and \(sizes.1): give the \
      exported log too (--log)
      """,
      """
      チェックポイントは\(size)件の記録のもので、証明書は\(sizes.0)件と\(sizes.1)件のものです。書き出した記録も\
      指定してください（--log）
      """)
  }

  static func noCertificate(_ file: String) -> Message {
    Message(
      "--log goes with a certificate of disposal, and \(file) is none",
      "--log は廃棄証明書とともに指定します。\(file) は廃棄証明書ではありません")
  }

  static let logVerifies = Message("the log verifies", "記録は検証に通りました")
  static let badVaultID = Message(
    "a vault id has 43 characters of base64url", "保管庫IDは base64url の43文字です")

  static func signedOff(through entry: Int) -> Message {
    Message("the log is signed off through entry \(entry)", "記録\(entry)までの点検を記録しました")
  }

  static let unknownToLog = Message("the log knows no such user", "記録にその利用者はいません")
}
