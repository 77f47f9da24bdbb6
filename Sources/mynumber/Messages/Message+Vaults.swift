import MyNumberKit

extension Message {
  static let whichOrganisation = Message("Employer's name", "事業者の名称")
  static let whichCorporateNumber = Message("Corporate number (13 digits)", "法人番号（13桁）")
  static let whichAdministrator = Message("First administrator's name", "最初の管理者の名前")
  static let whereRecovery = Message("Where to write the recovery file", "復旧ファイルの書き出し先")

  static let badCorporateNumber = Message(
    "the corporate number does not have 13 digits with a right check digit",
    "法人番号が13桁でないか、検査用数字が違います")

  static func noVault(in folder: String) -> Message {
    Message("there is no vault in \(folder)", "\(folder) に保管庫がありません")
  }

  static func vaultExists(_ folder: String) -> Message {
    Message(
      "\(folder), or a keys file in its place, exists and is not written over",
      "\(folder) またはその鍵ファイルがすでにあり、上書きしません")
  }

  static let unfinishedVault = Message(
    "the vault was never finished: 'mynumber init' was interrupted", "保管庫の作成が途中で中断されています")

  static let unfinishedHint = Message(
    "run 'mynumber init' again with the same folder; it starts over",
    "同じフォルダーでもう一度 'mynumber init' を実行すると、最初から作り直します")

  static func startingOver(_ folder: String) -> Message {
    Message(
      "\(folder) was left by an init that was interrupted, and is made anew",
      "\(folder) は中断された init の残りなので、作り直します")
  }

  static func existingRecoveryFile(_ vault: VaultID) -> Message {
    Message(
      """
      it is the recovery file of vault \(vault); if an init was interrupted here and no vault has \
      this id, it opens nothing and can be deleted
      """,
      """
      保管庫 \(vault) の復旧ファイルです。init が中断されたときの残りで、このIDの保管庫がなければ、何も開けないので\
      削除できます
      """)
  }

  static func examining(_ done: Int, of total: Int) -> Message {
    Message("checking people: \(done) of \(total)", "対象者を検査中: \(total)人中\(done)人")
  }

  static func moreProblems(_ count: Int) -> Message {
    Message("and \(count) more", "ほか\(count)件")
  }

  static func noFolder(for path: String) -> Message {
    Message(
      "\(path) cannot be made: the folder above it is missing",
      "\(path) を作れません。上のフォルダーがありません")
  }

  static func vaultMade(folder: String, recovery: String) -> Message {
    Message(
      """
      the vault stands in \(folder); above is its id, by which anyone can check its log
      keep in a safe, apart from each other: \(recovery) and its passphrase
      back up keys.sqlite apart from the data: without it every number is lost
      next: 'mynumber user add' with --recovery makes the first holder of each role's keys
      """,
      """
      保管庫を \(folder) に作りました。上の行が保管庫IDで、誰でも記録を検証できます
      別々に金庫で保管してください: \(recovery) とそのパスフレーズ
      keys.sqlite はデータとは別に控えを取ってください。失うと番号は全て読めなくなります
      次に: 'mynumber user add' に --recovery を付けて、各役割の最初の鍵の保有者を作ります
      """)
  }
}

extension Message {
  static let vaultVerifies = Message("the vault verifies", "保管庫は検証に通りました")
}
