internal import JSON
internal import People
internal import Wording

extension CaseReader {
  private struct Person {
    var kind: PersonKind = .employee
    var standing: DependentStanding = .none
    var residence: IdentityRule.Residence = .japan
    /// Whether kind and standing are said; of somebody in a vault the record says them.
    var isSaid = false
  }

  private static let keys = [
    "code", "date", "channel", "person", "provider", "documents", "facts",
  ]

  /// A case by itself says who the person is; whose it is may be said.
  mutating func identityCase(_ value: CanonicalValue) -> IdentityCase? {
    guard let members = object(value, "", Self.keys) else { return nil }
    _ = members["code"].flatMap { self.code($0) }
    let person = required(members, "person", "").flatMap { self.person($0, isKnown: false) }
    return identityCase(members, of: person)
  }

  /// The same case of somebody in a vault: with a code, and the person's kind and standing only where
  /// they are to be held against the record.
  mutating func statement(_ value: CanonicalValue) -> IdentityStatement? {
    guard let members = object(value, "", Self.keys) else { return nil }
    let code = required(members, "code", "").flatMap { self.code($0) }
    let person = members["person"].map { self.person($0, isKnown: true) } ?? Person()
    let identity = identityCase(members, of: person)
    guard let code, let identity, let person else { return nil }
    return IdentityStatement(code: code, identity: identity, saysPerson: person.isSaid)
  }

  private mutating func identityCase(_ members: Members, of person: Person?) -> IdentityCase? {
    let date = required(members, "date", "").flatMap { self.date($0, "date") }
    let channel = required(members, "channel", "")
      .flatMap { choice($0, "channel", IdentityChannel.self) }
    let provider = required(members, "provider", "").flatMap { self.provider($0) }
    let documents = members["documents"].map { self.documents($0) } ?? []
    let facts = members["facts"].map { self.facts($0) } ?? (holding: [], failing: [])
    guard let date, let channel, let person, let provider else { return nil }
    checkOwners(documents, provider.kind)
    return IdentityCase(
      date: date, channel: channel, kind: person.kind, standing: person.standing,
      residence: person.residence, provider: provider.kind, consentOn: provider.consentOn,
      documents: documents, holding: facts.holding, failing: facts.failing)
  }

  // MARK: Members

  /// - Parameter isKnown: Whether a record says the kind where this does not.
  private mutating func person(_ value: CanonicalValue, isKnown: Bool) -> Person? {
    guard let members = object(value, "person", ["kind", "standing", "residence"]) else {
      return nil
    }
    let isSaid = !isKnown || members["kind"] != nil || members["standing"] != nil
    let kind =
      isSaid ? required(members, "kind", "person.").flatMap { personKind($0) } : .employee
    let standing = members["standing"].map { self.standing($0) } ?? .none
    var residence: IdentityRule.Residence? = .japan
    if let value = members["residence"] {
      residence = choice(value, "person.residence", IdentityRule.Residence.self)
    }
    guard let kind, let residence else { return nil }
    if standing.isDependent, kind != .family { note("person.standing", "only family has one") }
    return Person(kind: kind, standing: standing, residence: residence, isSaid: isSaid)
  }

  private mutating func provider(
    _ value: CanonicalValue
  ) -> (kind: IdentityProvider, consentOn: CalendarDate?)? {
    guard let members = object(value, "provider", ["kind", "consentOn"]) else { return nil }
    let kind = required(members, "kind", "provider.")
      .flatMap { choice($0, "provider.kind", IdentityProvider.self) }
    let consent = members["consentOn"].flatMap { date($0, "provider.consentOn") }
    guard let kind else { return nil }
    if members["consentOn"] != nil, kind != .formerEmployer {
      note("provider.consentOn", "consent moves a number from a former employer only (番号法19条4号)")
    }
    return (kind, consent)
  }

  private mutating func documents(_ value: CanonicalValue) -> [ShownDocument] {
    let items = list(value, "documents")
    guard items.count <= IdentityCase.documentLimit else {
      note("documents", "there are more than \(IdentityCase.documentLimit)")
      return []
    }
    return items.enumerated().compactMap { document($0.element, "documents[\($0.offset)]") }
  }

  private mutating func document(_ value: CanonicalValue, _ place: String) -> ShownDocument? {
    let keys = ["kind", "of", "form", "expiresOn", "issuedOn"]
    guard let members = object(value, place, keys) else { return nil }
    let kind = required(members, "kind", place + ".").flatMap { text($0, place + ".kind") }
    var owner: ShownDocument.Owner? = .person
    if let value = members["of"] { owner = choice(value, place + ".of", ShownDocument.Owner.self) }
    var form: ShownDocument.Form? = .original
    if let value = members["form"] {
      form = choice(value, place + ".form", ShownDocument.Form.self)
    }
    let expiry = members["expiresOn"].flatMap { date($0, place + ".expiresOn") }
    let issue = members["issuedOn"].flatMap { date($0, place + ".issuedOn") }
    guard let kind, let owner, let form else { return nil }
    return ShownDocument(kind, of: owner, form: form, expiresOn: expiry, issuedOn: issue)
  }

  private mutating func checkOwners(_ documents: [ShownDocument], _ provider: IdentityProvider) {
    for (place, document) in documents.enumerated()
    where document.owner == .agent && !provider.isAgent {
      note("documents[\(place)].of", "there is no agent")
    }
  }

  private mutating func facts(
    _ value: CanonicalValue
  ) -> (holding: CaseSet<IdentityFact>, failing: CaseSet<IdentityFact>) {
    var facts: (holding: CaseSet<IdentityFact>, failing: CaseSet<IdentityFact>) = ([], [])
    let keys = IdentityFact.allCases.map(\.rawValue)
    for (key, value) in object(value, "facts", keys) ?? [:] {
      guard let fact = IdentityFact(rawValue: key) else { continue }
      switch value {
      case .bool(true): facts.holding.insert(fact)
      case .bool(false): facts.failing.insert(fact)
      default: note("facts.\(key)", "true or false is expected here")
      }
    }
    return facts
  }
}
