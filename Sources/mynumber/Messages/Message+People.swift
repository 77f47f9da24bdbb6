import MyNumberKit

extension Message {
  static func importing(rows: Int) -> Message {
    Message("checking and sealing: \(English.count(rows, "row"))", "検査と封印: \(rows)行")
  }

  /// The first columns that were ignored, and how many there are besides.
  static func unknownColumns(_ columns: [String]) -> Message {
    let shown = columns.prefix(20)
    let list = shown.map(DisplayWidth.visible).joined(separator: ", ")
    let rest = columns.count - shown.count
    guard rest > 0 else { return Message("ignored columns: \(list)", "無視した列: \(list)") }
    return Message("ignored columns: \(list) and \(rest) more", "無視した列: \(list) ほか\(rest)列")
  }

  static func noMapping(_ name: String) -> Message {
    Message("the policy has no mapping \(name)", "規程に対応表 \(name) はありません")
  }

  static func mappings(_ policy: Policy) -> Message {
    let english = policy.mappings.map { "\($0.id) (\($0.en))" }.joined(separator: ", ")
    let japanese = policy.mappings.map { "\($0.id)（\($0.ja)）" }.joined(separator: "、")
    return Message("mappings: \(english)", "対応表: \(japanese)")
  }

  static func purposes(_ policy: Policy) -> Message {
    let english = policy.purposes.map { "\($0.id.rawValue) (\($0.en))" }.joined(separator: ", ")
    let japanese = policy.purposes.map { "\($0.id.rawValue)（\($0.ja)）" }.joined(separator: "、")
    return Message("purposes: \(english)", "利用目的: \(japanese)")
  }

  static let importChecked = Message("nothing was written (--dry-run)", "何も書き込んでいません（--dry-run）")
  static let importDone = Message(
    "imported; delete the source file, which still holds the numbers",
    "取り込みました。元のファイルには番号が残っているので消去してください")

  static func wrongNumbersGone(_ file: String) -> Message {
    Message(
      "the wrong numbers are destroyed; the certificate stands in \(file)",
      "誤った番号を廃棄しました。証明書は \(file) にあります")
  }

  static func replacedBefore(_ code: String, on day: CalendarDate) -> Message {
    Message(
      "\(code): the number took its place on \(day.isoText) by the same replacement and is left as it "
        + "is; if it is wrong too, a later 確認日 or --again says so",
      "\(code): 同じ置換えで\(day.isoText)に置き換えた番号なので、そのままにしました。この番号も誤りのときは、後の確認日か "
        + "--again で示してください")
  }

  static let noWrongNumberGone = Message(
    "no wrong number was destroyed, so there is no certificate",
    "廃棄した誤った番号はなく、証明書もありません")

  static func wrongNumberKept(_ code: String, _ refusal: Refusal, _ names: Names) -> Message {
    let why = "\(refusal.rule), \(refusal.article)"
    let what = Message.what(refusal, names)
    return Message(
      "the wrong number of \(code) is used no more but not destroyed: \(what.english) (\(why))",
      "\(code) の誤った番号はもう使われませんが、廃棄していません: \(what.japanese)（\(why)）")
  }

  /// A word is not repeated if it may have been a number in the wrong place.
  static func unknownWord(_ word: String) -> Message {
    MyNumber.looksLikeNumber(in: word.utf8)
      ? Message(
        "a word that could be a My Number; numbers are never typed here",
        "個人番号と思われる語があります。番号はここに入力しないでください")
      : Message("unknown: \(word)", "不明な語です: \(word)")
  }

  static func words<Value: ColumnValue>(_ type: Value.Type) -> Message {
    Message(
      "known: " + type.allCases.map(\.english).joined(separator: ", "),
      "使える語: " + type.allCases.map(\.japanese).joined(separator: "、"))
  }

  /// What keeps an event from being recorded.
  static func eventMistake(_ mistake: LifeEventMistake, of kind: LifeEventKind) -> Message {
    switch mistake {
    case .missing(let field):
      Message(
        "\(kind.english) needs --\(field.rawValue)", "\(kind.japanese)には --\(field.rawValue) が要ります")
    case .needless(let field):
      Message(
        "\(kind.english) takes no --\(field.rawValue)",
        "\(kind.japanese)に --\(field.rawValue) は指定できません")
    case .yearOutOfRange(let years):
      Message(
        "--year is from \(years.lowerBound) to \(years.upperBound)",
        "--year は\(years.lowerBound)から\(years.upperBound)までです")
    case .dayAhead:
      Message(
        "\(kind.english) cannot lie ahead", "\(kind.japanese)に将来の日付は指定できません")
    case .dayTooEarly:
      Message(
        "\(kind.english) cannot be before there were numbers",
        "\(kind.japanese)に番号制度より前の日付は指定できません")
    }
  }

  static func takenBack(_ code: String) -> Message {
    Message("taken back for \(code)", "\(code) の記録を取り消しました")
  }

  static let changeAhead = Message(
    "the day of the change lies ahead", "変更の日に将来の日付は指定できません")

  static func eventRecorded(_ code: String) -> Message {
    Message("recorded for \(code)", "\(code) に記録しました")
  }
}
