internal import People

/// An item of the first section with its rule, reason, kind or purpose.
public struct HoldingSubject: Hashable, Sendable {
  /// What is counted.
  public let item: HoldingItem
  /// The rule, reason, kind of person or purpose; nil where the item has none.
  public let key: String?

  init(_ item: HoldingItem, _ key: String? = nil) {
    self.item = item
    self.key = key
  }
}

extension HoldingSubject: TableSubject {
  static let columns = [
    ReportColumn("item", "区分", "Item"), ReportColumn("key", "内訳", "Of which"),
  ]

  var order: [String] {
    let rank = HoldingItem.allCases.firstIndex(of: item) ?? 0
    return [rank < 10 ? "0\(rank)" : "\(rank)", key ?? ""]
  }

  func cells(_ names: ReportNames) -> [ReportCell] {
    [.word(id: item.rawValue, item.words), keyCell(names)]
  }

  private func keyCell(_ names: ReportNames) -> ReportCell {
    guard let key else { return .empty }
    switch item {
    case .people: return PersonKind(label: key).map { .word($0) } ?? .text(key)
    case .blank, .toAsk: return NoNumberReason(label: key).map { .word($0) } ?? .text(key)
    case .purgedForPurpose, .kept, .due, .overdue: return names.purpose(key)
    default: return .text(key)
    }
  }
}

extension HoldingItem {
  fileprivate var words: Words {
    switch self {
    case .people: Words("登録者", "people")
    case .held: Words("番号を保管", "number held")
    case .verified: Words("　本人確認済み", "  verified")
    case .legacy: Words("　本人確認済みと責任者が認証（導入前収集）", "  attested (collected before)")
    case .employeeDuty: Words("　本人確認は従業員の義務", "  the employee verifies")
    case .articleNineteenFour: Words("　出向・転籍等による提供（19条4号）", "  from a former employer (Art. 19-4)")
    case .numberProved: Words("　番号確認のみ（使用不可）", "  number proved only (unusable)")
    case .claimed: Words("　責任者の認証待ち（使用不可）", "  awaits attestation (unusable)")
    case .unverified: Words("　本人確認未了（使用不可）", "  unverified (unusable)")
    case .unconfirmed: Words("　二度目の入力・照合未了（使用不可）", "  unconfirmed (unusable)")
    case .blank: Words("番号なし", "no number")
    case .toAsk: Words("　今求める人", "  to be asked now")
    case .purged: Words("廃棄済み（全ての利用目的）", "purged (every purpose)")
    case .purgedForPurpose: Words("廃棄済み（利用目的別）", "purged for a purpose")
    case .undeclared: Words("利用目的の通知なし", "no purpose declared")
    case .onHold: Words("廃棄の保留", "on hold")
    case .kept: Words("保存期間中（利用目的別）", "kept for a purpose")
    case .due: Words("廃棄すべき時期", "due for disposal")
    case .overdue: Words("廃棄の遅れ", "disposal overdue")
    case .changeOpen: Words("番号の変更・訂正の届出が未了", "notice of a changed number open")
    case .changeOverdue: Words("番号の変更・訂正の届出の遅れ", "notice of a changed number overdue")
    }
  }
}

extension ReportCell {
  /// A value of an import column.
  static func word(_ value: some ColumnValue) -> ReportCell {
    .word(id: value.english, Words(value.japanese, value.english))
  }
}
