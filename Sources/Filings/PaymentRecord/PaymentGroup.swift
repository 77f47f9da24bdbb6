import People

/// The rows of one payee: a row for each content of payment (支払内容).
struct PaymentGroup {
  let person: PersonCode
  var rows: [RecordRow]
  /// Whether they void what was filed.
  var isVoiding: Bool { rows[0].isVoiding }

  /// The items of the first content.
  static let kind = RecordItem(15)
  static let detail = RecordItem(16)
  static let paid = RecordItem(17)
  static let unpaid = RecordItem(18)
  static let tax = RecordItem(19)
  static let uncollected = RecordItem(20)
  static let items = [kind, detail, paid, unpaid, tax, uncollected]
  static let remarks = RecordItem(51)

  /// How many contents a record has room for.
  static let contents = 6

  /// The names of a content's items in a file of one content a row.
  static let aliases = [
    "区分": kind, "細目": detail, "支払金額": paid, "未払金額": unpaid, "源泉徴収税額": tax, "未徴収税額": uncollected,
    "氏名又は名称": RecordItem.name, "住所": RecordItem.address,
  ]
}
