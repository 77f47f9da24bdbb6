internal import People
internal import Wording

extension PolicyReader {
  static let identityKeys: Set = [
    "documents", "facts", "duties", "requirements", "rules", "post", "abroad", "no_form",
    "questions",
  ]

  var identityRules: IdentityRules { IdentityRules(identity) }

  func readIdentity(_ table: PolicyTable) {
    for item in table.required("documents")?.list() ?? [] { readIdentityDocument(item) }
    for item in table.required("facts")?.list() ?? [] { readIdentityQuestion(item) }
    for item in table.required("duties")?.list() ?? [] { readIdentityDuty(item) }
    for item in table.required("requirements")?.list() ?? [] { readRequirement(item) }
    for item in table.required("rules")?.list() ?? [] { readIdentityRule(item) }
    if let post = table.required("post")?.table(["cites", "earlier"]) {
      identity.post = post.datedCitations()
    }
    identity.abroad = table.citations("abroad")
    identity.noForm = table.citations("no_form")
    readQuestions(table)
    checkIdentity(table)
  }

  // MARK: Documents

  private func readIdentityDocument(_ item: PolicyNode) {
    let keys: Set = [
      "id", "ja", "en", "aliases", "vouched", "uses", "facts", "expires", "months", "issued_from",
      "cites", "note", "from", "until",
    ]
    guard let row = item.table(keys) else { return }
    let citations = row.citations("cites")
    let inForce = row.inForce()
    let uses = choices(row.required("uses"), IdentityDocument.Use.self)
    let facts = choices(row["facts"], IdentityFact.self)
    _ = row["note"]?.text()
    guard let id = row.required("id")?.id(), let ja = row.required("ja")?.text(),
      let en = row.required("en")?.text()
    else { return }
    let document = IdentityDocument(
      id: id, ja: ja, en: en, aliases: texts(row["aliases"]), vouchedAliases: texts(row["vouched"]),
      uses: uses, facts: facts, expires: row["expires"]?.flag() ?? false,
      months: row["months"]?.integer(1...120), issuedFrom: row["issued_from"]?.date(),
      citations: citations, inForce: inForce)
    check(document, at: row["uses"] ?? item)
    identity.documents.add(document, at: item)
  }

  private func check(_ document: IdentityDocument, at node: PolicyNode) {
    if document.uses.isEmpty { node.fail("one use at least is needed") }
    if document.id.hasPrefix("number-notice"), document.uses != [.refused] {
      node.fail("個人番号通知書 proves no number (番号法施行令12条)")
    }
    for (use, facts) in Self.factsOfUses
    where document.uses.contains(use) && !facts.isSubset(of: document.facts) {
      let names = facts.members.map(\.rawValue).joined(separator: ", ")
      node.fail("a document of the use \(use.rawValue) asks for \(names)")
    }
    guard document.uses.contains(.notificationCard), let last = Self.lastNotificationDay else {
      return
    }
    let facts: CaseSet<IdentityFact> = [.unchangedSince20200525, .earlierChangesEntered]
    let isTransitional = document.inForce.until.map { $0 > last } ?? true
    if isTransitional, !facts.isSubset(of: document.facts) {
      node.fail("since 2020-05-25 a 通知カード counts only unchanged (令和元年法律16号附則6条2項)")
    }
  }

  /// Without these facts such a document would prove what it does not show.
  private static let factsOfUses: [(IdentityDocument.Use, CaseSet<IdentityFact>)] = [
    (.electronicCard, [.certifiedSoftware]), (.pastFile, [.recordedAfterVerification]),
    (.employment, [.identityCheckedAtHiring, .plainlySamePerson]),
    (.login, [.loginIssuedAfterCheck]), (.entrusted, [.entrustedInWriting]),
  ]

  private static let lastNotificationDay = CalendarDate(year: 2020, month: 5, day: 24)

  // MARK: Facts, duties, requirements

  private func readIdentityQuestion(_ item: PolicyNode) {
    guard let row = item.table(["id", "ja", "en", "implied", "cites", "note"]) else { return }
    let citations = row.citations("cites")
    let isImplied = row.required("implied")?.flag() ?? false
    _ = row["note"]?.text()
    guard let id = row.required("id")?.choice(IdentityFact.self),
      let ja = row.required("ja")?.text(), let en = row.required("en")?.text()
    else { return }
    let never: CaseSet<IdentityFact> = [
      .unchangedSince20200525, .earlierChangesEntered, .knownOnlyToPerson,
      .knownOnlyToPersonAndAgent, .consentNamesEmployer, .documentsVolunteered,
      .certifiedSoftware, .identityCheckedAtHiring, .methodRecognised,
    ]
    if isImplied, never.contains(id) {
      row["implied"]?.fail("naming a paper does not say that \(id.rawValue) holds")
    }
    identity.questions.add(
      IdentityQuestion(id: id, ja: ja, en: en, isImplied: isImplied, citations: citations),
      at: item)
  }

  private func readIdentityDuty(_ item: PolicyNode) {
    guard let row = item.table(["party", "verifier", "cites", "note", "from", "until"]) else {
      return
    }
    let citations = row.citations("cites")
    let inForce = row.inForce()
    _ = row["note"]?.text()
    guard let party = row.required("party")?.choice(IdentityDuty.Party.self),
      let verifier = row.required("verifier")?.choice(IdentityVerifier.self)
    else { return }
    let expected = Self.verifier(of: party)
    if verifier != expected {
      row["verifier"]?.fail("\(party.rawValue) is verified by \(expected.rawValue)")
    }
    identity.duties.add(
      IdentityDuty(id: party, verifier: verifier, citations: citations, inForce: inForce), at: item)
  }

  private static func verifier(of party: IdentityDuty.Party) -> IdentityVerifier {
    switch party {
    case .taxDependent, .healthDependent, .careFamily: .employee
    case .oneself, .category3Spouse, .heir: .employer
    case .transferred: .nobody
    }
  }

  private func readRequirement(_ item: PolicyNode) {
    guard let row = item.table(["proof", "providers", "channels", "count", "cites"]) else { return }
    let citations = row.citations("cites")
    let providers = choices(row.required("providers"), IdentityProvider.self)
    let channels = choices(row.required("channels"), IdentityChannel.self)
    let count = row["count"]?.integer(1...2)
    guard let proof = row.required("proof")?.choice(IdentityProof.self) else { return }
    identity.requirements.append(
      IdentityRequirement(
        proof: proof, providers: providers, channels: channels, count: count,
        citations: citations))
  }

  /// What no row shows by itself: every fact and every party has one, every proof an article.
  private func checkIdentity(_ table: PolicyTable) {
    for fact in IdentityFact.allCases where !identity.questions.contains(fact) {
      table["facts"]?.fail("the fact \(fact.rawValue) is missing")
    }
    for party in IdentityDuty.Party.allCases where !identity.duties.contains(party) {
      table["duties"]?.fail("the party \(party.rawValue) is missing")
    }
    for provider in IdentityProvider.allCases where provider != .formerEmployer {
      for channel in IdentityChannel.allCases {
        for proof in IdentityProof.allCases where proof != .power || provider.isAgent {
          let isAsked = identity.requirements.contains {
            $0.proof == proof && $0.count == nil && $0.providers.contains(provider)
              && $0.channels.contains(channel)
          }
          if isAsked { continue }
          table["requirements"]?.fail(
            "no article asks for \(proof.rawValue) of \(provider.rawValue) by \(channel.rawValue)")
        }
      }
    }
  }

  // MARK: Words

  func texts(_ node: PolicyNode?) -> [String] {
    (node?.list() ?? []).compactMap { $0.text() }
  }

  func choices<T: RawRepresentable & CaseIterable & Hashable & Sendable>(
    _ node: PolicyNode?, _ type: T.Type
  ) -> CaseSet<T> where T.RawValue == String {
    CaseSet((node?.list() ?? []).compactMap { $0.choice(type) })
  }
}
