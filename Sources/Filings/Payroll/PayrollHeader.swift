import Text

/// What the columns of a headed payroll file mean.
struct PayrollHeader {
  enum Meaning: Hashable {
    case code
    case adjusted
    case taxColumn
    case officer
    case professional
    case ordinaryReason
    case correctionMark
    case submissionKind
    case item(RecordItem)
    case family(FamilyPlace, Part)
    /// A column for numbers, which is never read.
    case number
  }

  enum Part: Hashable { case kana, name, residence, birthDate, number }

  private var names: [String: Meaning] = [:]

  private static let own: [(String, Meaning)] = [
    ("社員番号", .code), ("従業員番号", .code), ("employee_code", .code), ("年末調整", .adjusted),
    ("税額表区分", .taxColumn), ("役員", .officer), ("弁護士等", .professional),
    ("普通徴収理由", .ordinaryReason), ("訂正表示", .correctionMark),
    ("提出区分", .submissionKind), ("提出区分(訂正表示)", .submissionKind),
    ("給与所得控除後の給与等の金額", .item(RecordItem(19))), ("個人番号", .number),
    ("マイナンバー", .number), ("my_number", .number), ("提出先市区町村コード", .item(.municipality)),
  ]

  init(layouts: [RecordLayout]) {
    for layout in layouts {
      for field in layout.fields {
        names[Folding.key(field.name)] = field.owner == nil ? .item(field.item) : .number
      }
    }
    for (name, meaning) in Self.own { names[Folding.key(name)] = meaning }
  }

  /// What a column is; nil for one to ignore.
  func meaning(of title: String) -> Meaning? {
    let key = Folding.key(title)
    if let known = names[key] { return known }
    if key.hasPrefix("#") { return numbered(key.dropFirst()) }
    return family(key)
  }

  private func numbered(_ text: Substring) -> Meaning? {
    guard let number = Int(text), (1...135).contains(number) else { return nil }
    if number == RecordItem.correction.number { return .correctionMark }
    let isNumber = [94, 95, 99, 103, 107, 111, 115, 128].contains(number)
    return isNumber ? .number : .item(RecordItem(number))
  }

  /// Family beyond the fourth box, and birth dates, which the official record has no item for.
  private func family(_ key: String) -> Meaning? {
    if key == Folding.key("（源泉・特別）控除対象配偶者－生年月日") { return .family(.spouse, .birthDate) }
    for (prefix, make) in Self.lists {
      guard key.hasPrefix(prefix), let close = key.firstIndex(of: ")") else { continue }
      guard let index = Int(key[..<close].dropFirst(prefix.count)), (1...40).contains(index),
        let part = part(key[close...])
      else { return nil }
      return part == .number ? .number : .family(make(index), part)
    }
    return nil
  }

  private static let lists: [(String, @Sendable (Int) -> FamilyPlace)] = [
    ("控除対象扶養親族(", { .dependent($0) }), ("16歳未満の扶養親族(", { .underSixteen($0) }),
  ]

  private func part(_ ending: Substring) -> Part? {
    switch ending {
    case ")-フリガナ": .kana
    case ")-氏名": .name
    case ")-区分": .residence
    case ")-生年月日": .birthDate
    case ")-個人番号": .number
    default: nil
    }
  }
}
