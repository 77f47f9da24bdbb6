internal import People

extension PolicyReader {
  var identityRules: IdentityRules {
    IdentityRules(documents: identityDocuments.values, rules: identityCombinations.values)
  }

  func readIdentity(_ table: PolicyTable) {
    for item in table.required("documents")?.list() ?? [] { readIdentityDocument(item) }
    for item in table.required("rules")?.list() ?? [] { readIdentityRule(item) }
    readQuestions(table)
  }

  private func readIdentityDocument(_ item: PolicyNode) {
    let keys: Set = [
      "id", "ja", "en", "aliases", "uses", "cites", "condition", "note", "from", "until",
    ]
    guard let row = item.table(keys) else { return }
    let citations = row.citations("cites")
    let inForce = row.inForce()
    let uses = uses(row.required("uses"))
    let aliases = (row["aliases"]?.list() ?? []).compactMap { $0.text() }
    let condition = row["condition"].flatMap { $0.text() }
    _ = row["note"]?.text()
    guard let id = row.required("id")?.id(), let ja = row.required("ja")?.text(),
      let en = row.required("en")?.text()
    else { return }
    if id.hasPrefix("number-notice"), uses != [.refused] {
      (row["uses"] ?? item).fail("個人番号通知書 proves no number (番号法施行令12条)")
    }
    let document = IdentityDocument(
      id: id, ja: ja, en: en, aliases: aliases, uses: uses, citations: citations,
      condition: condition, inForce: inForce)
    identityDocuments.add(document, at: item)
  }

  private func uses(_ node: PolicyNode?) -> Set<IdentityDocument.Use> {
    let uses = Set((node?.list() ?? []).compactMap { $0.choice(IdentityDocument.Use.self) })
    if let node, uses.isEmpty, node.isEmptyList {
      node.fail("one use at least is needed")
    }
    return uses
  }

  private func readIdentityRule(_ item: PolicyNode) {
    let keys: Set = [
      "id", "ja", "en", "party", "number", "identity", "methods", "kinds", "cites", "note", "from",
      "until",
    ]
    guard let row = item.table(keys) else { return }
    let citations = row.citations("cites")
    let inForce = row.inForce()
    let number = uses(row.required("number"))
    let needs = (row.required("identity")?.list() ?? []).compactMap { need($0) }
    let methods = words(row.required("methods")) { VerificationMethod(label: $0) }
    let kinds = words(row["kinds"]) { PersonKind(label: $0) }
    let party = row.required("party")?.choice(IdentityRule.Party.self)
    _ = row["note"]?.text()
    guard let id = row.required("id")?.id(), let ja = row.required("ja")?.text(),
      let en = row.required("en")?.text(), let party
    else { return }
    let rule = IdentityRule(
      id: id, ja: ja, en: en, party: party, number: number, identity: needs,
      methods: Set(methods), kinds: Set(kinds), citations: citations, inForce: inForce)
    check(rule, at: row["identity"] ?? item)
    identityCombinations.add(rule, at: item)
  }

  /// A number document alone completes nothing, unless it is the card (番号法16条).
  private func check(_ rule: IdentityRule, at node: PolicyNode) {
    let alone: Set<IdentityDocument.Use> = [.card, .electronicCard]
    if rule.identity.isEmpty, rule.party == .agent || !rule.number.isSubset(of: alone) {
      node.fail("only a card proves number and identity at once (番号法16条)")
    }
    if rule.number.contains(.refused) || rule.methods.contains(.noRecord) {
      node.fail("a rule accepts neither what is refused nor what is not recorded")
    }
  }

  private func need(_ item: PolicyNode) -> IdentityRule.Need? {
    guard let row = item.table(["any_of", "count"]) else { return nil }
    let anyOf = uses(row.required("any_of"))
    guard let count = row.required("count")?.integer(1...3) else { return nil }
    if anyOf == [.nonPhoto], count < 2 {
      item.fail("papers without a photograph are needed two at a time (番号法施行規則2条3項)")
    }
    return IdentityRule.Need(anyOf: anyOf, count: count)
  }

  private func words<T>(_ node: PolicyNode?, _ parse: (String) -> T?) -> [T] {
    var found: [T] = []
    for item in node?.list() ?? [] {
      guard let text = item.text() else { continue }
      guard let value = parse(text) else {
        item.fail("\(text.debugDescription) is not known here")
        continue
      }
      found.append(value)
    }
    return found
  }
}
