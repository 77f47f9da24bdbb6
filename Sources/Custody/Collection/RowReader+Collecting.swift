internal import People
internal import Rules
internal import Text
internal import Wording

extension CollectionRules {
  /// Why such a person may not be asked, with articles and what to do.
  func words(of subject: CollectionSubject) -> Phrase? {
    guard let rule = rule(of: subject) else { return nil }
    let why = Phrase(english: rule.en, japanese: rule.ja)
    let remedy = Phrase(english: rule.remedyEN, japanese: rule.remedyJA)
    return "\(why) (\(rule.citations.text)); \(remedy)"
  }
}

extension [Citation] {
  /// The articles with commas between.
  var text: String { map(\.description).joined(separator: ", ") }
}

/// Whether a number may be collected at all (番号法14条1項, 15条).
extension RowReader {
  /// Why somebody's number may not be asked for; nil when it may.
  func refusal(of request: CollectionRequest) -> Phrase? {
    guard case .refused(let subject) = policy.collection.decide(request) else { return nil }
    return policy.collection.words(of: subject)
  }

  /// Nobody is asked before the hiring is certain, and no worker of somebody else's.
  ///
  /// - Returns: Whether the row says that the hiring is certain.
  func checkHiring(
    _ fields: inout ImportFields, _ kind: PersonKind, hiredOn: CalendarDate?, hasNumber: Bool
  ) -> Bool {
    let isHired = kind == .employee || kind == .officer
    guard let state = fields.value(.hiringState, HiringState.self) else {
      if hasNumber, isHired, fields.text(.hiringState) == nil, let hiredOn, today < hiredOn {
        fields.note(.hiredOn, Self.hiringAhead)
      }
      return false
    }
    guard isHired else {
      fields.note(.hiringState, "only employees and officers have one")
      return false
    }
    let why = refusal(of: state.request)
    if let why { fields.note(.hiringState, why) }
    return why == nil
  }

  /// Of a family member who ceased to be a dependent.
  static let noDependent: Phrase =
    "no dependent any more (番号法15条); record dependent-added if the person is one again"

  private static let hiringAhead: Phrase =
    "ahead of today; say in 採用状況 that the hiring is certain (番号法14条1項)"

  /// A payee's number is asked for only where a record may be filed.
  func payment(
    _ fields: inout ImportFields, _ kind: PersonKind, hasNumber: Bool
  ) -> PaymentFinding {
    let columns: [ImportColumn] = [.paymentKind, .expectedPayment]
    guard kind == .payee else {
      for column in columns where fields.text(column) != nil {
        fields.note(column, "only a payee has one")
      }
      return .clear
    }
    let expected = expectedPayment(&fields)
    guard let text = fields.text(.paymentKind) else {
      if fields.text(.expectedPayment) != nil { fields.noteMissing(.paymentKind) }
      return hasNumber ? .unclear(.kindNotSaid) : .clear
    }
    return judge(text, expected, &fields, hasNumber: hasNumber)
  }

  private func expectedPayment(_ fields: inout ImportFields) -> ExpectedPayment? {
    guard let text = fields.text(.expectedPayment) else { return nil }
    let expected = ExpectedPayment(parsing: Folding.halfWidth(text))
    if expected == nil {
      fields.note(
        .expectedPayment, "not an amount of yen (60000, 50000以下, 100000以上 or 40000〜80000)")
    }
    return expected
  }

  private func judge(
    _ text: String, _ expected: ExpectedPayment?, _ fields: inout ImportFields, hasNumber: Bool
  ) -> PaymentFinding {
    let request = CollectionRequest.payee(
      payment: paymentKind(text), atLeast: expected?.atLeast, atMost: expected?.atMost)
    switch policy.collection.decide(request) {
    case .allowed, .refused: return .clear
    case .unclear(let threshold): return hasNumber ? .unclear(.threshold(threshold)) : .clear
    case .belowThreshold(let threshold):
      if hasNumber { fields.note(.myNumber, Self.below(threshold)) }
      return .below
    case .unknownPayment:
      let known = policy.collection.payments.map { "\($0.id) (\($0.ja))" }.joined(separator: ", ")
      fields.note(.paymentKind, "unknown; one of \(known)")
      return .clear
    }
  }

  private func paymentKind(_ text: String) -> String {
    policy.collection.payments.first {
      $0.id == text || Folding.key($0.ja) == Folding.key(text)
    }?.id ?? text
  }

  private static func below(_ threshold: PaymentThreshold) -> Phrase {
    let paid = Phrase(english: threshold.en, japanese: threshold.ja)
    let (yen, cites) = (threshold.atMostYen, threshold.citations.text)
    return "no record is filed of \(paid) up to \(yen) yen (\(cites)); leave the number out"
  }
}
