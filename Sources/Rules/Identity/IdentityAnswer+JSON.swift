internal import JSON

extension IdentityAnswer {
  /// Canonical JSON (RFC 8785) and a final newline: identifiers, articles and what is missing in words.
  ///
  /// `format`; `case`, as ``IdentityCase/json()`` writes it; `accepted`; `state` (`unverified`, `number-proved`, `verified`, `attested`,
  /// `not-ours`); `verifier` (`employer`, `employee`, `nobody`); `articles` it was accepted under,
  /// or that say who verifies; `way`, the ids of the rules; `facts` it rests on; `missing`, each with
  /// `what`, its `text`, its `articles`, and where it has one a `document`, a `fact`, a `rule`, `needed` (how
  /// many) or
  /// `place` (the n-th document from 1).
  ///
  /// - Parameters:
  ///   - identity: The case that was judged.
  ///   - text: What a gap is, in the reader's language.
  public func json(of identity: IdentityCase, text: (IdentityGap) -> String) -> [UInt8] {
    let missing = missing.map { Self.value(of: $0, text: text($0)) }
    let members: [String: CanonicalValue] = [
      "format": .string("mynumber-identity-answer-1"), "case": identity.value,
      "accepted": .bool(isAccepted),
      "state": .string(state.id), "verifier": .string(verifier.rawValue),
      "articles": Self.strings(citations.map(\.description)), "way": Self.strings(way),
      "facts": Self.strings(facts.map(\.rawValue)), "missing": .array(missing),
    ]
    return CanonicalValue.object(members).encoded() + [0x0A]
  }

  /// The rules that proved something, in the order power, number, identity.
  public var way: [String] {
    switch state {
    case .verified(let verified): verified.rules.map(\.id)
    case .numberProved(let proved): [proved.rule.id]
    case .unverified, .attested, .notOurs: []
    }
  }

  private static func value(of gap: IdentityGap, text: String) -> CanonicalValue {
    var members: [String: CanonicalValue] = [
      "what": .string(gap.shortfall.id), "text": .string(text),
      "articles": strings(gap.citations.map(\.description)),
    ]
    if let document = gap.shortfall.document { members["document"] = .string(document) }
    if let fact = gap.shortfall.fact { members["fact"] = .string(fact.rawValue) }
    switch gap.shortfall {
    case .identityDocuments(let needed): members["needed"] = .integer(needed)
    case .documentUnknown(let place): members["place"] = .integer(place)
    case .ruleNotInForce(let id): members["rule"] = .string(id)
    default: break
    }
    return .object(members)
  }

  private static func strings(_ texts: [String]) -> CanonicalValue {
    .array(texts.map(CanonicalValue.string))
  }
}
