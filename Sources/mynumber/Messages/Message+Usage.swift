extension Message {
  static let codesOrFile = Message(
    "give codes, or --file", "コードか --file のどちらか一方を指定してください")
  static let codesOrAll = Message(
    "name the people, or give --all", "対象者のコードか --all のどちらか一方を指定してください")
  static let codesOrAllWithoutRecord = Message(
    "give codes, or --all-without-record",
    "コードか --all-without-record のどちらか一方を指定してください")
  static let purposesOrBundle = Message(
    "one of --purposes and --bundle is needed",
    "--purposes か --bundle のどちらか一方を指定してください")
  static let noPurposeNamed = Message(
    "--purposes names no purpose", "--purposes に利用目的がありません")
  static let methodAndDayNeeded = Message(
    "--method and --on say how and when it was verified",
    "--method（確認方法）と --on（確認日）を指定してください")
  static let fileSaysAll = Message(
    "--file says how each was verified", "--file のときは、ファイルが一人ずつの確認を示すので、ほかの指定はできません")

  /// An option that is needed.
  static func missing(_ option: String) -> Message {
    Message("\(option) is missing", "\(option) がありません")
  }

  static let certificateMissing = Message(
    "--certificate is missing (or give --dry-run)",
    "--certificate がありません（または --dry-run を付けてください）")
  static let vaultIdOrCheckpoint = Message(
    "--vault-id or --checkpoint is missing", "--vault-id か --checkpoint を指定してください")

  /// Options that are of use only with another.
  static func goesWith(_ option: String, _ other: String) -> Message {
    Message("\(option) goes with \(other)", "\(option) は \(other) とともに指定してください")
  }

  static func goesWithout(_ option: String, _ other: String) -> Message {
    Message("\(option) goes without \(other)", "\(option) は \(other) と一緒に使えません")
  }

  static func standsAlone(_ option: String) -> Message {
    Message("\(option) stands alone", "\(option) はほかの指定と一緒に使えません")
  }

  static func takesNo(_ option: String, _ other: String) -> Message {
    Message("\(option) takes no \(other)", "\(option) に \(other) は指定できません")
  }

  static func goesAlone(_ option: String, with others: (String, String)) -> Message {
    Message(
      "\(option) goes with \(others.0) and \(others.1) alone",
      "\(option) とともに指定できるのは \(others.0) と \(others.1) だけです")
  }

  static let numberFileOfOne = Message(
    "--number-file goes with one code", "--number-file のときはコードを一つだけ指定してください")
  static let exclude = Message(
    "--corporate-number and --sole-proprietor exclude each other",
    "--corporate-number と --sole-proprietor は同時に指定できません")
  static let changeNeedsDayAndReason = Message(
    "--replace change needs --changed-on and --change-reason",
    "--replace change には --changed-on（変更の日）と --change-reason（理由）が要ります")
  static let correctionNeedsCertificate = Message(
    "--replace correction needs --certificate (or --dry-run)",
    "--replace correction には --certificate が要ります（または --dry-run）")
  static let changedOnGoesWith = Message(
    "--changed-on goes with --replace change, or with --update and no --replace",
    "--changed-on は --replace change か、--replace のない --update とともに指定してください")
}
