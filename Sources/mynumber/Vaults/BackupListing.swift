import MyNumberKit

/// The register of copies as rows.
struct BackupListing {
  private(set) var listing = Listing([
    .init("id", "Id", "ID"), .init("made", "Made", "作成日"), .init("user", "By", "作成者"),
    .init("of", "Copy of", "対象", isWord: true), .init("entries", "Entries", "記録数", isCount: true),
    .init("bytes", "Bytes", "バイト数", isCount: true), .init("file", "File", "ファイル"),
    .init("due", "Due", "廃棄期限"), .init("standing", "Standing", "状態", isWord: true),
  ])

  mutating func add(_ copy: BackupRecord, user: String, _ today: CalendarDate) {
    listing.rows.append([
      copy.id, copy.time.japanDate.isoText, user, copy.kind.rawValue, "\(copy.logSize)",
      "\(copy.bytes)", copy.path, copy.due?.isoText ?? "", copy.standing(on: today),
    ])
  }
}

extension BackupRecord {
  /// The word for what became of it.
  fileprivate func standing(on today: CalendarDate) -> String {
    switch state {
    case .made: isOverdue(on: today) ? "overdue" : "made"
    case .disposing: "disposing"
    case .disposed(_, .gone): "gone"
    case .disposed: "disposed"
    }
  }
}
