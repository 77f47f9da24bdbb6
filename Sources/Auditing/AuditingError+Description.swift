import Secrets
public import Wording

extension AuditingError: Worded {
  /// One line for people: the place, the rule and the part of the format; never a value.
  public var phrase: Phrase {
    var phrase = code.sentence
    if let detail { phrase = "\(phrase) (\(detail))" }
    if let index { phrase = "entry \(index): \(phrase)" }
    if let line { phrase = "line \(line): \(phrase)" }
    return phrase
  }
}

extension AuditingError.Code {
  var sentence: Phrase {
    switch self {
    case .malformed: "not of the documented format"
    case .notCanonical: "not in the one encoding that the format allows"
    case .wrongFormat: "another format or version"
    case .rootMismatch: "the entries do not hash to the root"
    case .leafMismatch: "the entry does not hash to its leaf"
    case .badSignature: "the signature does not verify"
    case .unknownSigner: "the signer is not known to the log"
    case .notAuthorised: "the signer may not do this"
    case .outOfOrder: "out of order"
    case .missing: "missing"
    case .originMismatch: "the checkpoint is of another log"
    case .inconsistent: "two views of the log contradict each other"
    case .freeTextHoldsNumber: "the text holds 12 digits that could be a My Number"
    case .freeTextTooLong: "the text is longer than \(FreeText.limit) characters"
    case .freeTextNotPlain: "the text holds a control character or one that turns its direction"
    case .badName:
      "a name has 1 to \(LoggedName.limit) characters on one line, and no My Number in it"
    case .cryptography(let error): "the cryptographic library failed: \(error)"
    }
  }
}
