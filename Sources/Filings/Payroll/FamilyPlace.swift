/// Where on a slip a family member stands.
public enum FamilyPlace: Hashable, Sendable {
  case spouse
  /// A dependent of 16 or older, from 1; the fifth and later go into the remarks.
  case dependent(Int)
  /// A dependent under 16, from 1.
  case underSixteen(Int)

  /// The places a slip has boxes for, in the order of the record.
  static let boxes: [FamilyPlace] =
    [.spouse] + (1...4).map { .dependent($0) } + (1...4).map { .underSixteen($0) }

  /// Whether the person stands in the remarks, having no box.
  var isRemark: Bool {
    switch self {
    case .spouse: false
    case .dependent(let index), .underSixteen(let index): index > 4
    }
  }

  var isUnderSixteen: Bool { if case .underSixteen = self { true } else { false } }

  /// The item of the reading, nil in the remarks; the name's and the residence's follow it.
  private var first: Int? {
    switch self {
    case _ where isRemark: nil
    case .spouse: 96
    case .dependent(let index): 96 + 4 * index
    case .underSixteen(let index): 113 + 3 * index
    }
  }

  var kanaItem: RecordItem? { first.map { RecordItem($0) } }
  var nameItem: RecordItem? { first.map { RecordItem($0 + 1) } }
  /// 区分: who lives abroad.
  var residenceItem: RecordItem? { first.map { RecordItem($0 + 2) } }

  /// Whose the number field is.
  var owner: NumberOwner {
    switch self {
    case .spouse: .spouse
    case .dependent(let index): index > 4 ? .remarksDependents : .dependent(index)
    case .underSixteen(let index): index > 4 ? .remarksUnderSixteen : .underSixteen(index)
    }
  }
}
