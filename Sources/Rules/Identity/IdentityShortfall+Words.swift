public import Wording

extension IdentityShortfall: Worded {
  /// The rule's id, as the answer in JSON writes it.
  public var id: String {
    switch self {
    case .numberDocument: "number-document"
    case .identityDocuments: "identity-documents"
    case .power: "power"
    case .factNotStated: "fact-not-stated"
    case .factFails: "fact-fails"
    case .documentUnknown: "document-unknown"
    case .documentNotInForce: "document-not-in-force"
    case .documentRefused: "document-refused"
    case .documentExpired: "document-expired"
    case .documentTooOld: "document-too-old"
    case .issuedTooEarly: "issued-too-early"
    case .issuedLater: "issued-later"
    case .expiryNotStated: "expiry-not-stated"
    case .issueDateNotStated: "issue-date-not-stated"
    case .dayOfWhich: "day-of-which"
    case .originalNeeded: "original-needed"
    case .ruleNotInForce: "rule-not-in-force"
    case .notForResidence: "not-for-residence"
    case .notForKind: "not-for-kind"
    case .channel: "channel"
    case .notTheEmployersToDo: "not-the-employers-to-do"
    case .throughEmployee: "through-employee"
    case .noForm: "no-form"
    case .consentDate: "consent-date"
    case .methodMissing: "method-missing"
    case .dateMissing: "date-missing"
    case .dateInFuture: "date-in-future"
    case .beforeNumberChanged: "before-number-changed"
    case .beforeReceived: "before-received"
    case .notAttested: "not-attested"
    }
  }

  public var phrase: Phrase { phrase(under: nil) }

  /// The same with the names that the rules have for documents and facts; nil for their ids.
  public func phrase(under rules: IdentityRules?) -> Phrase {
    let document = rules.named(document)
    let question = rules.named(fact)
    return switch self {
    case .numberDocument: "a document that proves the number is missing"
    case .identityDocuments(let needed):
      needed == 1
        ? "an identity document is missing" : "\(needed) identity documents are needed"
    case .power: "a proof of the agent's power, such as a power of attorney, is missing"
    case .factNotStated: "it is not said whether \(question) holds"
    case .factFails: "\(question) does not hold"
    case .documentUnknown(let place): "document \(place) is not one the policy knows"
    case .documentNotInForce: "\(document) was not accepted on that day"
    case .documentRefused: "\(document) proves nothing"
    case .documentExpired: "\(document) had expired on that day"
    case .documentTooOld: "\(document) was issued too long before that day"
    case .issuedTooEarly: "\(document) was issued before such papers counted"
    case .issuedLater: "\(document) is dated after that day"
    case .expiryNotStated: "the last day of \(document) is not stated"
    case .issueDateNotStated: "the day of issue of \(document) is not stated"
    case .dayOfWhich: "the day belongs to none of the documents, or could to several: DOCUMENT=DATE"
    case .originalNeeded: "\(document) is a copy: face to face the original is needed"
    case .ruleNotInForce(let id): "the rule \(rules.named(rule: id)) was not in force on that day"
    case .notForResidence: "these documents do not serve for who lives there"
    case .notForKind: "the rule is not for such a person"
    case .channel: "these documents do not suffice by this method"
    case .notTheEmployersToDo: "the employee verifies a dependent: ask for no document"
    case .throughEmployee: "a dependent's number comes through the employee"
    case .noForm: "no form carries such a person's number: it may not be asked for"
    case .consentDate: "the day of the consent is missing or later than that day"
    case .methodMissing: "the method of verification is missing"
    case .dateMissing: "the day of verification is missing"
    case .dateInFuture: "the day of verification is in the future"
    case .beforeNumberChanged: "the number has changed since; the new one must be verified"
    case .beforeReceived: "on that day the person had not given the number yet"
    case .notAttested: "verification without particulars must be attested"
    }
  }

  /// The document it is about.
  public var document: String? {
    switch self {
    case .documentNotInForce(let id), .documentRefused(let id), .documentExpired(let id),
      .documentTooOld(let id), .issuedTooEarly(let id), .issuedLater(let id),
      .expiryNotStated(let id),
      .issueDateNotStated(let id), .originalNeeded(let id):
      id
    default: nil
    }
  }

  /// The fact it is about.
  public var fact: IdentityFact? {
    switch self {
    case .factNotStated(let fact), .factFails(let fact): fact
    default: nil
    }
  }
}

extension IdentityRules? {
  /// A document by its name, or its id without rules.
  fileprivate func named(_ document: String?) -> Phrase {
    let id = document ?? ""
    guard let known = self?.documents.first(where: { $0.id == id }) else {
      return Phrase(verbatim: id)
    }
    return Phrase(english: known.en, japanese: known.ja)
  }

  /// A rule in its own words, or by its id without rules.
  fileprivate func named(rule id: String) -> Phrase {
    guard let rule = self?.rules.first(where: { $0.id == id }) else { return Phrase(verbatim: id) }
    return Phrase(english: "“\(rule.en)”", japanese: "「\(rule.ja)」")
  }

  /// A fact in its question's words, or by its id without rules.
  fileprivate func named(_ fact: IdentityFact?) -> Phrase {
    guard let fact else { return Phrase(verbatim: "") }
    guard let question = self?.question(fact) else { return Phrase(verbatim: fact.rawValue) }
    return Phrase(english: "“\(question.en)”", japanese: "「\(question.ja)」")
  }
}
