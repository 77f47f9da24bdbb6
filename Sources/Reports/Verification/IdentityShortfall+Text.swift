public import Rules

extension IdentityShortfall {
  /// What is missing, for people.
  ///
  /// - Parameter rules: Give the documents and the questions their names; nil for their ids.
  public func text(_ language: ReportLanguage, under rules: IdentityRules? = nil) -> String {
    language == .japanese ? japanese(rules) : english(rules)
  }

  /// What to ask for; nil where there is nothing to ask.
  func ask(under rules: IdentityRules) -> Words? {
    switch self {
    case .numberDocument, .documentRefused:
      Words("個人番号カード又は住民票の写し（番号入り）", "a My Number card or a resident record with the number")
    case .identityDocuments(let needed):
      needed == 1
        ? Words("写真付きの身元確認書類1点", "one identity document with a photograph")
        : Words("写真なしなら身元確認書類2点", "two identity documents, if they have no photograph")
    case .power: Words("委任状など代理権を証する書類", "a proof of the power, such as a power of attorney")
    case .factNotStated(let fact):
      rules.question(fact).map { Words("「\($0.ja)」かどうか", "whether it holds that \($0.en)") }
    case .factFails: Words("他の書類・方法", "other documents, or another way")
    case .documentUnknown, .documentNotInForce, .documentTooOld, .issuedLater, .originalNeeded:
      Words("規程にある有効な書類", "a document that the policy accepts, in date and in the original")
    case .documentExpired(let id), .expiryNotStated(let id):
      Self.named(id, rules) { Words("有効期限内の\($0)", "\($1) that is in date") }
    case .issueDateNotStated(let id):
      Self.named(id, rules) { Words("\($0)の発行日", "the day of issue of the \($1)") }
    case .ruleNotInForce, .notForResidence, .notForKind, .channel:
      Words("他の書類・方法での本人確認", "verification by other documents or another way")
    case .throughEmployee: Words("従業員を通じた提供", "the number through the employee")
    case .consentDate: Words("本人の同意の日", "the day of the person's consent")
    case .methodMissing: Words("確認方法", "how it was verified")
    case .dateMissing, .dateInFuture: Words("確認日", "on which day it was verified")
    case .beforeNumberChanged: Words("変更後の番号の番号確認書類", "a document that shows the new number")
    case .notAttested:
      Words("責任者の認証（verify attest）", "the responsible person's word (verify attest)")
    case .notTheEmployersToDo, .noForm: nil
    }
  }

  private static func named(
    _ id: String, _ rules: IdentityRules, _ words: (_ ja: String, _ en: String) -> Words
  ) -> Words {
    let document = rules.documents.first { $0.id == id }
    return words(document?.ja ?? id, document?.en ?? id)
  }

  private func english(_ rules: IdentityRules?) -> String {
    switch self {
    case .factNotStated(let fact):
      rules?.question(fact).map { "it is not said whether it holds that \($0.en)" }
        ?? description
    case .factFails(let fact):
      rules?.question(fact).map { "it does not hold that \($0.en)" } ?? description
    default: description
    }
  }

  private func japanese(_ rules: IdentityRules?) -> String {
    switch self {
    case .numberDocument: "番号確認書類がありません"
    case .identityDocuments(let needed): "身元確認書類が\(needed)点要ります"
    case .power: "代理権を証する書類（委任状など）がありません"
    case .factNotStated(let fact): "「\(Self.ja(fact, rules))」かどうかが示されていません"
    case .factFails(let fact): "「\(Self.ja(fact, rules))」に当たりません"
    case .documentUnknown(let place): "\(place)番目の書類は規程にありません"
    case .documentNotInForce, .documentRefused, .documentExpired, .documentTooOld, .issuedLater,
      .expiryNotStated, .issueDateNotStated, .originalNeeded:
      Self.ja(document ?? "", rules) + documentFault
    case .ruleNotInForce: "その日にはまだ、またはもう認められていない方法です"
    case .notForResidence: "国内・国外の居住の別により、これらの書類は使えません"
    case .notForKind: "この区分の人には使えない方法です"
    case .channel: "これらの書類はこの確認方法では使えません"
    case .notTheEmployersToDo: "本人確認は従業員が行います。書類を求めることは過剰な収集です"
    case .throughEmployee: "番号は従業員を通じて提供されるものです"
    case .noForm: "この人の番号を記載する書類はありません"
    case .consentDate: "同意の日がないか、提供より後です"
    case .methodMissing: "確認方法がありません"
    case .dateMissing: "確認日がありません"
    case .dateInFuture: "確認日が将来の日付です"
    case .beforeNumberChanged: "確認後に番号が変わっています。新しい番号の確認が要ります"
    case .notAttested: "確認の記録がなく、責任者の認証もありません"
    }
  }

  private var documentFault: String {
    switch self {
    case .documentNotInForce: "はその日には認められていない書類です"
    case .documentRefused: "は何も証しない書類です"
    case .documentExpired: "はその日に有効期限が切れています"
    case .documentTooOld: "は発行から日が経ちすぎています"
    case .issuedLater: "の発行日が確認日より後です"
    case .expiryNotStated: "の有効期限が示されていません"
    case .issueDateNotStated: "の発行日が示されていません"
    default: "は写しです。対面では原本が要ります"
    }
  }

  private static func ja(_ id: String, _ rules: IdentityRules?) -> String {
    rules?.documents.first { $0.id == id }?.ja ?? id
  }

  private static func ja(_ fact: IdentityFact, _ rules: IdentityRules?) -> String {
    rules?.question(fact)?.ja ?? fact.rawValue
  }
}
