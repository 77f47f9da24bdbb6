import MyNumberKit

/// The register of files as rows.
struct ExportListing {
  private(set) var listing = Listing([
    .init("id", "Id", "ID"), .init("made", "Made", "作成日"), .init("user", "By", "作成者"),
    .init("form", "Form copy", "書類"), .init("year", "Year", "年分"),
    .init("recipient", "Recipient", "提出先"), .init("article", "Article", "根拠"),
    .init("people", "People", "人数", isCount: true),
    .init("numbers", "Numbers", "番号", isCount: true),
    .init("bytes", "Bytes", "バイト数", isCount: true), .init("file", "File", "ファイル"),
    .init("accepted", "Accepted", "受付番号"), .init("due", "Due", "廃棄期限"),
    .init("standing", "Standing", "状態", isWord: true),
  ])

  mutating func add(_ record: ExportRecord, user: String, _ today: CalendarDate) {
    let accepted = record.acceptances.map { "\($0.number) (\($0.on.isoText))" }
    listing.rows.append([
      record.id, record.time.japanDate.isoText, user, record.forms.joined(separator: "; "),
      record.incomeYear.map { "\($0)" } ?? "", record.recipient ?? "", record.article ?? "",
      "\(record.people)", record.numbers.map { "\($0)" } ?? "",
      record.bytes.map { "\($0)" } ?? "", record.path, accepted.joined(separator: "; "),
      record.due?.isoText ?? "", record.standing(on: today),
    ])
  }
}

extension ExportRecord {
  /// The word for what became of it.
  func standing(on today: CalendarDate) -> String {
    switch state {
    case .begun: "begun"
    case .disposing: "disposing"
    case .made: isOverdue(on: today) ? "overdue" : "made"
    case .disposed(_, .gone): "gone"
    case .disposed: "disposed"
    case .returned: "returned"
    }
  }
}

extension Vault {
  /// The name of a user, as the log knows it.
  func name(of user: String) -> String { authority.users[user]?.statement.name ?? user }
}
