import People

/// One row of a file of records; it holds no number.
struct RecordRow: Sendable {
  let line: Int
  let person: PersonCode
  /// What the file says for each item, without white space around it.
  var texts: [RecordItem: String] = [:]
  var own: [RecordColumn: String] = [:]
  /// The columns, from 1; shared by all rows.
  var columns: [RecordItem: Int] = [:]
  var ownColumns: [RecordColumn: Int] = [:]

  init(line: Int, person: PersonCode) {
    self.line = line
    self.person = person
  }

  /// The amount of an item; 0 where there is none, nil where it is no number of at most twelve
  /// digits.
  func amount(_ item: RecordItem) -> Int? {
    guard let text = texts[item] else { return 0 }
    let digits = FieldFolding.digits(text)
    guard digits.utf8.count <= 12, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(digits)
  }

  /// Whether the row voids a record that was filed (訂正表示 1).
  var isVoiding: Bool { texts[.correction].map(FieldFolding.digits) == "1" }

  /// What the cell of a yes-or-no column says; nil where it is neither.
  func flag(_ column: RecordColumn) -> Bool? { ColumnFlag.parse(own[column] ?? "") }
}
