extension Message {
  static let employerSet = Message("the employer file is stored", "事業者ファイルを保管しました")
  static let noEmployer = Message(
    "there is no employer file; see 'mynumber employer set'",
    "事業者ファイルがありません。'mynumber employer set' を使ってください")
  static let noDesignations = Message("there are no designation numbers", "指定番号はありません")
}
