internal import Text

/// A column of the person file.
public enum ImportColumn: Int, CaseIterable, Sendable {
  case employeeCode
  case kind
  case relationship
  case dependentNumber
  case name
  case familyName
  case givenName
  case kana
  case filingName
  case alias
  case birthDate
  case sex
  case postalCode
  case address
  case filingAddress
  case municipalityCode
  case hiredOn
  case leftOn
  case leaveReason
  case lastPaidOn
  case taxDependent
  case healthDependent
  case category3
  case livesAbroad
  case ownCode
  case myNumber
  case noNumberReason
  case numberDocument
  case identityDocuments
  case verificationMethod
  case verifiedOn
  case purposes
  case hiringState
  case paymentKind
  case expectedPayment
  case careFamily
  case heir
  case documentExpiry
  case documentIssue
  case provider
  case powerDocuments
  case consentOn
  case facts
  case rehiredOn
  case diedOn
  case dependentRemovedOn
  case contractEndedOn
  case declaredYears

  /// The column's place in `allCases`.
  public var ordinal: Int { rawValue }

  /// The English header.
  public var english: String {
    switch self {
    case .employeeCode: "employee_code"
    case .kind: "kind"
    case .relationship: "relationship"
    case .dependentNumber: "dependent_no"
    case .name: "name"
    case .familyName: "family_name"
    case .givenName: "given_name"
    case .kana: "kana"
    case .filingName: "filing_name"
    case .alias: "alias"
    case .birthDate: "birth_date"
    case .sex: "sex"
    case .postalCode: "postal_code"
    case .address: "address"
    case .filingAddress: "filing_address"
    case .municipalityCode: "municipality_code"
    case .hiredOn: "hired_on"
    case .leftOn: "left_on"
    case .leaveReason: "leave_reason"
    case .lastPaidOn: "last_paid_on"
    case .taxDependent: "tax_dependent"
    case .healthDependent: "health_dependent"
    case .category3: "category3"
    case .livesAbroad: "lives_abroad"
    case .ownCode: "own_code"
    case .myNumber: "my_number"
    case .noNumberReason: "no_number_reason"
    case .numberDocument: "number_document"
    case .identityDocuments: "identity_documents"
    case .verificationMethod: "verification_method"
    case .verifiedOn: "verified_on"
    case .purposes: "purposes"
    case .hiringState: "hiring_state"
    case .paymentKind: "payment_kind"
    case .expectedPayment: "expected_payment"
    case .careFamily: "care_family"
    case .heir: "heir"
    case .documentExpiry: "document_expires_on"
    case .documentIssue: "document_issued_on"
    case .provider: "provided_by"
    case .powerDocuments: "power_documents"
    case .consentOn: "consented_on"
    case .facts: "verification_facts"
    case .rehiredOn: "rehired_on"
    case .diedOn: "died_on"
    case .dependentRemovedOn: "dependent_removed_on"
    case .contractEndedOn: "contract_ended_on"
    case .declaredYears: "declared_years"
    }
  }

  /// The Japanese header.
  public var japanese: String { japaneseNames[0] }

  /// The column of a header, compared after folding widths, spaces and case.
  public init?(header: String) {
    let key = Folding.key(header)
    let found = Self.allCases.first { column in
      Folding.key(column.english) == key
        || column.japaneseNames.contains { Folding.key($0) == key }
    }
    guard let found else { return nil }
    self = found
  }

  private var japaneseNames: [String] {
    switch self {
    case .employeeCode: ["社員番号", "従業員番号", "社員コード", "従業員コード"]
    case .kind: ["区分"]
    case .relationship: ["続柄"]
    case .dependentNumber: ["家族番号"]
    case .name: ["氏名"]
    case .familyName: ["姓"]
    case .givenName: ["名"]
    case .kana: ["フリガナ", "氏名カナ", "カナ氏名"]
    case .filingName: ["届出用氏名"]
    case .alias: ["通称名"]
    case .birthDate: ["生年月日"]
    case .sex: ["性別"]
    case .postalCode: ["郵便番号"]
    case .address: ["住所"]
    case .filingAddress: ["届出用住所"]
    case .municipalityCode: ["市区町村コード"]
    case .hiredOn: ["入社日", "入社年月日"]
    case .leftOn: ["退職日", "退職年月日"]
    case .leaveReason: ["退職事由"]
    case .lastPaidOn: ["最終給与支払日"]
    case .taxDependent: ["税扶養"]
    case .healthDependent: ["健保扶養"]
    case .category3: ["第3号"]
    case .livesAbroad: ["国外居住"]
    case .ownCode: ["本人社員番号"]
    case .myNumber: ["個人番号", "マイナンバー"]
    case .noNumberReason: ["個人番号なしの理由"]
    case .numberDocument: ["番号確認書類"]
    case .identityDocuments: ["身元確認書類"]
    case .verificationMethod: ["確認方法"]
    case .verifiedOn: ["確認日"]
    case .purposes: ["利用目的"]
    case .hiringState: ["採用状況"]
    case .paymentKind: ["支払区分"]
    case .expectedPayment: ["支払見込額"]
    case .careFamily: ["介護対象家族"]
    case .heir: ["相続人"]
    case .documentExpiry: ["書類の有効期限"]
    case .documentIssue: ["書類の発行日"]
    case .provider: ["提供者"]
    case .powerDocuments: ["代理権確認書類"]
    case .consentOn: ["同意日"]
    case .facts: ["確認事項"]
    case .rehiredOn: ["再入社日", "再入社年月日"]
    case .diedOn: ["死亡日", "死亡年月日"]
    case .dependentRemovedOn: ["扶養終了日", "扶養削除日"]
    case .contractEndedOn: ["契約終了日"]
    case .declaredYears: ["申告書受理年分"]
    }
  }
}
