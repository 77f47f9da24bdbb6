internal import People
internal import Text

extension ImportColumn {
  /// What stands between the parts of a column that a file has in several; nil if it has none.
  public var joiner: String? {
    switch self {
    case .kana: "\u{3000}"
    case .postalCode: "-"
    case .address, .filingAddress: ""
    default: nil
    }
  }

  /// Whether the column holds words of a known set, several with `;` between where it is a list.
  var holdsWords: Bool {
    switch self {
    case .kind, .relationship, .sex, .leaveReason, .noNumberReason, .verificationMethod: true
    case .taxDependent, .healthDependent, .category3, .careFamily, .heir, .livesAbroad: true
    case .provider, .powerDocuments, .facts: true
    case .numberDocument, .identityDocuments, .purposes, .hiringState, .paymentKind: true
    default: false
    }
  }

  /// Whether the column may hold several words with `;` between.
  public var isList: Bool {
    switch self {
    case .identityDocuments, .powerDocuments, .facts, .purposes: true
    default: false
    }
  }

  /// Why a mapping cannot give the column one value for a whole file; nil if it can.
  func whyNotFixed(_ word: String) -> String? {
    switch self {
    case .numberDocument, .identityDocuments, .provider, .powerDocuments, .facts:
      return Self.verificationIsOfOne
    case .verificationMethod:
      // Attested by who pins the policy: nothing is said to have been looked at.
      return VerificationMethod(label: word) == .noRecord ? nil : Self.verificationIsOfOne
    case .hiringState: return "whether somebody's hiring is certain is each person's own (番号法14条1項)"
    default: return holdsWords ? nil : "the column is each person's own"
    }
  }

  private static let verificationIsOfOne =
    "how identity was verified is each person's own (番号法16条); only 記録なし may be fixed"

  /// What is wrong with a word of the column; nil for a word it may hold.
  ///
  /// What the policy itself names (documents, purposes) is not looked at here.
  func fault(in word: String) -> String? {
    switch self {
    case .kind: Self.fault(word, PersonKind.self)
    case .relationship: Self.fault(word, Relationship.self)
    case .sex: Self.fault(word, Sex.self)
    case .leaveReason: Self.fault(word, LeaveReason.self)
    case .noNumberReason: Self.fault(word, NoNumberReason.self)
    case .verificationMethod: Self.fault(word, VerificationMethod.self)
    case .hiringState: Self.fault(word, HiringState.self)
    case .provider:
      IdentityProvider(label: word) == nil
        ? "unknown; one of " + IdentityProvider.allCases.map(\.japanese).joined(separator: ", ")
        : nil
    case .taxDependent, .healthDependent, .category3, .careFamily, .heir, .livesAbroad:
      ColumnFlag.parse(word) == nil ? "neither ○ nor ×" : nil
    default: nil
    }
  }

  private static func fault<Value: ColumnValue>(_ word: String, _: Value.Type) -> String? {
    guard Value(label: word) == nil else { return nil }
    return "unknown; one of " + Value.allCases.map(\.japanese).joined(separator: ", ")
  }
}
