import People

/// Payroll files of one or a few rows, made from what matters to a test.
enum Rows {
  /// A file with headers: a sound row for each of `rows`, with the values given there in place.
  static func headed(_ rows: [[String: String]]) -> [UInt8] {
    let standard = [
      "社員番号": "0001", "年末調整": "済", "税額表区分": "甲", "提出先市町村コード": "131016",
      "支払を受ける者－住所又は居所": "東京都千代田区見本町１", "支払を受ける者－氏名": "見本　太郎",
      "支払を受ける者－フリガナ": "ミホン　タロウ", "種別": "給料", "支払金額": "6000000", "#19": "4360000",
      "#20": "1500000", "源泉徴収税額": "100000", "#44": "4", "#45": "02", "#46": "03", "#47": "04",
    ]
    var columns = standard.keys.sorted()
    for row in rows { columns += row.keys.filter { !columns.contains($0) }.sorted() }
    let lines =
      [columns]
      + rows.map { row in
        columns.map { row[$0] ?? standard[$0] ?? "" }
      }
    return Array(lines.map { $0.joined(separator: ",") + "\n" }.joined().utf8)
  }

  static func headed(_ row: [String: String]) -> [UInt8] { headed([row]) }

  /// A unified CSV in UTF-8: a sound row with the fields given by number in place.
  static func unified(
    _ fields: [Int: String] = [:], count: Int = 147, ending: String = "\r\n"
  ) -> [UInt8] {
    var row = [String](repeating: "", count: count)
    let standard = [
      1: "315", 10: "0", 11: "07", 12: "東京都", 14: "見本　太郎", 17: "6000000", 44: "4", 45: "02",
      46: "03", 47: "04", 137: "ﾐﾎﾝ ﾀﾛｳ", 138: "0001", 139: "131016", count: "1",
    ]
    for (field, value) in standard.merging(fields, uniquingKeysWith: { $1 }) {
      row[field - 1] = value
    }
    return Array((row.joined(separator: ",") + ending).utf8)
  }

  /// The employee of the rows, with `family` as code suffix, name, relationship and birth date.
  static func cast(_ family: [(String, String, Relationship, String)] = []) throws -> Cast {
    let cast = Cast()
    try cast.add("0001", "見本　太郎", born: "1990-03-04")
    for (suffix, name, relationship, born) in family {
      try cast.add("0001-\(suffix)", name, relationship, born: born)
    }
    return cast
  }
}
