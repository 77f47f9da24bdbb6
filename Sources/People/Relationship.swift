/// What a person is to the employee (続柄).
public enum Relationship: UInt8, ColumnValue {
  case oneself = 1
  case spouse = 2
  /// Unregistered (事実婚): a spouse for health insurance and pension, never for income tax.
  case unregisteredSpouse = 3
  /// By birth or adoption.
  case child = 4
  case stepchild = 5
  case father = 6
  case mother = 7
  case parentInLaw = 8
  case grandparent = 9
  case greatGrandparent = 10
  case grandchild = 11
  case olderSibling = 12
  case youngerSibling = 13
  /// Elder or younger is not known.
  case sibling = 14
  case other = 15

  /// The words of the column 続柄 relationship.
  public var labels: ColumnLabels {
    switch self {
    case .oneself: ColumnLabels("self", "本人")
    case .spouse: ColumnLabels("spouse", "配偶者", "夫", "妻", "husband", "wife")
    case .unregisteredSpouse:
      ColumnLabels(
        "unregistered-spouse", "内縁の配偶者", "夫(未届)", "妻(未届)", "夫（未届）", "妻（未届）", "事実婚", "内縁の夫",
        "内縁の妻")
    case .child: ColumnLabels.child
    case .stepchild: ColumnLabels("stepchild", "配偶者の子", "継子", "連れ子")
    case .father: ColumnLabels("father", "父", "実父", "養父")
    case .mother: ColumnLabels("mother", "母", "実母", "養母")
    case .parentInLaw:
      ColumnLabels(
        "parent-in-law", "義父母", "義父", "義母", "配偶者の父", "配偶者の母", "father-in-law", "mother-in-law")
    case .grandparent: ColumnLabels("grandparent", "祖父母", "祖父", "祖母", "grandfather", "grandmother")
    case .greatGrandparent: ColumnLabels("great-grandparent", "曾祖父母", "曾祖父", "曾祖母", "曽祖父", "曽祖母")
    case .grandchild: ColumnLabels("grandchild", "孫")
    case .olderSibling: ColumnLabels("older-sibling", "兄姉", "兄", "姉")
    case .youngerSibling: ColumnLabels("younger-sibling", "弟妹", "弟", "妹")
    case .sibling: ColumnLabels("sibling", "兄弟姉妹", "兄弟", "姉妹", "brother", "sister")
    case .other: ColumnLabels("other", "その他", "その他親族")
    }
  }

  /// The kind of person when the column 区分 is blank.
  public var defaultKind: PersonKind { self == .oneself ? .employee : .family }

  /// Whether income tax knows this person as a spouse.
  public var isSpouse: Bool { self == .spouse }
}

extension ColumnLabels {
  fileprivate static let child = ColumnLabels(
    "child", "子", "子供", "子ども", "実子", "養子", "長男", "長女", "次男", "次女", "二男", "二女", "三男", "三女", "四男",
    "四女", "五男", "五女", "息子", "娘", "son", "daughter")
}
