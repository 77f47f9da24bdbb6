internal import Rules

extension IdentityShortfall {
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
    case .documentUnknown, .documentNotInForce, .documentTooOld, .issuedTooEarly, .issuedLater,
      .originalNeeded:
      Words("規程にある有効な書類", "a document that the policy accepts, in date and in the original")
    case .documentExpired(let id), .expiryNotStated(let id):
      Self.named(id, rules) { Words("有効期限内の\($0)", "\($1) that is in date") }
    case .issueDateNotStated(let id):
      Self.named(id, rules) { Words("\($0)の発行日", "the day of issue of the \($1)") }
    case .dayOfWhich: Words("日付がどの書類のものか", "of which document the day is")
    case .ruleNotInForce, .notForResidence, .notForKind, .channel:
      Words("他の書類・方法での本人確認", "verification by other documents or another way")
    case .throughEmployee: Words("従業員を通じた提供", "the number through the employee")
    case .consentDate: Words("本人の同意の日", "the day of the person's consent")
    case .methodMissing: Words("確認方法", "how it was verified")
    case .dateMissing, .dateInFuture: Words("確認日", "on which day it was verified")
    case .beforeReceived: Words("番号を受けた日以後の確認日", "a day on which the number was shown")
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
}
