internal import Auditing
internal import People
internal import Rules

/// A file with numbers that is kept: the guideline's five items (ガイドライン別添1 C-c), and where.
struct HandlingFileLine: Hashable, Sendable {
  /// 種類.
  let kind: ReportCell
  /// 名称.
  let name: ReportCell
  /// 責任者.
  let responsible: ReportCell
  /// 取扱部署.
  let department: ReportCell
  /// 利用目的.
  let purposes: [ReportCell]
  /// 削除・廃棄状況.
  let disposal: [ReportCell]
  /// アクセス権を有する者.
  let access: [ReportCell]
  let place: ReportCell
  let entries: EntryRanges

  static let columns: [ReportColumn] = [
    ReportColumn("kind", "種類", "Kind"), ReportColumn("name", "名称", "Name"),
    ReportColumn("responsible", "責任者", "Answers for it"),
    ReportColumn("department", "取扱部署", "Department"),
    ReportColumn("purposes", "利用目的", "Purposes"),
    ReportColumn("disposal", "削除・廃棄状況", "Disposal"),
    ReportColumn("access", "アクセス権を有する者", "Who has access"),
    ReportColumn("place", "保管場所", "Place"), .entries,
  ]

  var cells: [ReportCell] {
    [
      kind, name, responsible, department, .list(purposes), .list(disposal), .list(access), place,
      .entries(entries),
    ]
  }
}

extension ReportCell {
  /// A text of the log, unless it could hold a number: then that it does.
  static func free(_ text: String?) -> ReportCell {
    guard let text else { return .empty }
    do {
      return .text(try FreeText(text).text)
    } catch {
      return .word(id: "withheld", Words("（番号を含み得るため表示しない）", "(withheld: could hold a number)"))
    }
  }
}

extension HandledFile.Kind {
  var cell: ReportCell {
    switch self {
    case .paper: .word(id: rawValue, Words("書類", "papers"))
    case .software: .word(id: rawValue, Words("給与等のソフト", "software"))
    case .copies: .word(id: rawValue, Words("本人確認書類の写し", "copies of identity documents"))
    case .medium: .word(id: rawValue, Words("電子媒体", "medium"))
    case .other: .word(id: rawValue, Words("その他", "other"))
    }
  }
}
