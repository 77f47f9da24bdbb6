extension Message {
  static let employerSet = Message("the employer file is stored", "事業者ファイルを保管しました")
  static let noEmployer = Message(
    "the vault has no employer file yet", "保管庫に事業者ファイルがありません")
  static let noDesignations = Message("there are no designation numbers", "指定番号はありません")
}
