internal import People
internal import Wording

extension PolicyReader {
  func readIdentityRule(_ item: PolicyNode) {
    let keys: Set = [
      "id", "ja", "en", "proves", "providers", "channels", "residences", "kinds", "needs", "facts",
      "copies", "cites", "earlier", "note", "from", "until",
    ]
    guard let row = item.table(keys) else { return }
    let citations = row.datedCitations()
    let inForce = row.inForce()
    let needs = (row.required("needs")?.list() ?? []).compactMap { need($0) }
    let residences = choices(row["residences"], IdentityRule.Residence.self)
    let kinds = kinds(row["kinds"])
    _ = row["note"]?.text()
    guard let id = row.required("id")?.id(), let ja = row.required("ja")?.text(),
      let en = row.required("en")?.text()
    else { return }
    let rule = IdentityRule(
      id: id, ja: ja, en: en, proves: choices(row.required("proves"), IdentityProof.self),
      providers: choices(row.required("providers"), IdentityProvider.self),
      channels: choices(row.required("channels"), IdentityChannel.self),
      residences: residences.isEmpty ? [.japan, .abroad] : residences, kinds: kinds, needs: needs,
      facts: choices(row["facts"], IdentityFact.self),
      takesCopies: row["copies"]?.flag() ?? false, citations: citations, inForce: inForce)
    check(rule, at: row["needs"] ?? item)
    identity.rules.add(rule, at: item)
  }

  /// What no rule can say.
  private func check(_ rule: IdentityRule, at node: PolicyNode) {
    if rule.needs.isEmpty || rule.proves.isEmpty { node.fail("a rule needs a document") }
    let uses = rule.needs.reduce(into: CaseSet<IdentityDocument.Use>()) { $0.formUnion($1.anyOf) }
    if uses.contains(.refused) { node.fail("a rule accepts nothing that is refused") }
    checkCards(rule, uses, at: node)
    checkProvider(rule, at: node)
    if rule.proves.contains(.number), !uses.isSubset(of: Self.numberUses) {
      node.fail("such a document proves no number (番号法施行令12条)")
    }
    if uses.contains(.employment), rule.channels != [.inPerson] {
      node.fail("the employment speaks for itself face to face only (番号法施行規則2条6項)")
    }
  }

  /// A number document alone completes nothing, unless it is the card (番号法16条).
  private func checkCards(
    _ rule: IdentityRule, _ uses: CaseSet<IdentityDocument.Use>, at node: PolicyNode
  ) {
    guard rule.proves.contains(.number), rule.proves.contains(.identity) else { return }
    let isTold =
      rule.channels == [.telephone]
      && (rule.facts.contains(.knownOnlyToPerson)
        || rule.facts.contains(.knownOnlyToPersonAndAgent))
    if !isTold, !uses.isSubset(of: Self.cardUses) {
      node.fail("only a card proves number and identity at once (番号法16条)")
    }
  }

  private func checkProvider(_ rule: IdentityRule, at node: PolicyNode) {
    if rule.providers.contains(.formerEmployer) {
      node.fail("nobody verifies what comes from a former employer (番号法19条4号)")
    }
    if rule.proves.contains(.power), rule.providers.contains(.person) {
      node.fail("the person needs no power")
    }
  }

  private static let cardUses: CaseSet<IdentityDocument.Use> = [
    .card, .electronicCard, .signedCard, .appCard,
  ]
  private static let numberUses: CaseSet<IdentityDocument.Use> = [
    .card, .electronicCard, .signedCard, .appCard, .number, .notificationCard, .officialNumber,
    .pastFile,
  ]

  private func need(_ item: PolicyNode) -> IdentityRule.Need? {
    guard let row = item.table(["any_of", "count"]) else { return nil }
    let anyOf = choices(row.required("any_of"), IdentityDocument.Use.self)
    guard let count = row.required("count")?.integer(1...3) else { return nil }
    if anyOf.contains(.nonPhoto), count < 2 {
      item.fail("papers without a photograph are needed two at a time (番号法施行規則2条3項)")
    }
    return IdentityRule.Need(anyOf: anyOf, count: count)
  }

  func kinds(_ node: PolicyNode?) -> CaseSet<PersonKind> {
    var found: CaseSet<PersonKind> = []
    for item in node?.list() ?? [] {
      guard let text = item.text() else { continue }
      guard let kind = PersonKind(label: text) else {
        item.fail("\(text.debugDescription) is not known here")
        continue
      }
      found.insert(kind)
    }
    return found
  }
}
