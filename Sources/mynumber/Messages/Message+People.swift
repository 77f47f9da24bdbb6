import MyNumberKit

extension Message {
  static func importing(rows: Int) -> Message {
    Message("checking and sealing: \(rows) rows", "検査と封印: \(rows)行")
  }

  static func unknownColumns(_ summary: ImportSummary) -> Message {
    let list = summary.unknownColumns.joined(separator: ", ")
    return Message("ignored columns: \(list)", "無視した列: \(list)")
  }

  static let importChecked = Message("nothing was written (--dry-run)", "何も書き込んでいません（--dry-run）")
  static let importDone = Message(
    "imported; delete the source file, which still holds the numbers",
    "取り込みました。元のファイルには番号が残っているので消去してください")

  static func unknownWord(_ word: String) -> Message {
    Message("unknown: \(word)", "不明な語です: \(word)")
  }

  static func words<Value: ColumnValue>(_ type: Value.Type) -> Message {
    Message(
      "known: " + type.allCases.map(\.english).joined(separator: ", "),
      "使える語: " + type.allCases.map(\.japanese).joined(separator: "、"))
  }

  static func eventRecorded(_ code: String) -> Message {
    Message("recorded for \(code)", "\(code) に記録しました")
  }
}
