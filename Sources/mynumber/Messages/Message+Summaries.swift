import MyNumberKit

extension Message {
  static let oneKindForData = Message(
    "--format csv and json need one --kind", "--format csv と json には --kind を一つ指定してください")
  static let oneKindForPDF = Message(
    "--pdf needs one --kind", "--pdf には --kind を一つ指定してください")

  static let copyNotFacsimile = Message(
    "open question: the items are those of the record; the form on paper is not drawn as the tax "
      + "office has it",
    "未解決: 項目は記録様式のもので、税務署の用紙の体裁にはなっていません")
  static let nobodyToFile = Message(
    "nothing was written: no record of these people is filed", "提出する人がいないので、何も書き出していません")

  static func notFiled(_ person: NotFiled) -> Message {
    let articles = person.articles.map { "\($0)" }.joined(separator: ", ")
    return Message(
      "not filed: \(person.person.text), paid before \(person.from.isoText) (\(articles))",
      "提出不要: \(person.person.text)（\(person.from.isoText) より前の支払、\(articles)）")
  }

  static func summaryNote(_ note: SummaryNote) -> Message {
    Message("look at this: \(note.en)", "確認: \(note.ja)")
  }
}
