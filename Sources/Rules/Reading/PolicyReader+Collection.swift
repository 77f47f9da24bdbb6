internal import Wording

extension PolicyReader {
  static let collectionKeys: Set<String> = ["people", "payments", "second_entry", "questions"]

  var collectionRules: CollectionRules {
    let carried = forms.values.reduce(into: SubjectSet()) { $0.formUnion($1.carries) }
    return CollectionRules(
      people: people.values, payments: thresholds.values, secondEntry: secondEntry,
      carried: carried)
  }

  func readCollection(_ table: PolicyTable) {
    for item in table.required("people")?.list() ?? [] { readCollectionRule(item) }
    for item in table.required("payments")?.list() ?? [] { readThreshold(item) }
    for subject in CollectionSubject.allCases where !people.contains(subject) {
      table["people"]?.fail("\(subject.rawValue) is missing")
    }
    if let node = table.required("second_entry") { readSecondEntry(node) }
    readQuestions(table)
  }

  private func readSecondEntry(_ node: PolicyNode) {
    guard let row = node.table(["rule", "cites", "note"]) else { return }
    _ = row.citations("cites")
    _ = row["note"]?.text()
    guard let value = row.required("rule"), let rule = value.choice(SecondEntryRule.self) else {
      return
    }
    secondEntry = rule
    for action in rule.actions where !roles.values.contains(where: { $0.actions.contains(action) })
    { value.fail("no role may \(action.rawValue)") }
  }

  private func readCollectionRule(_ item: PolicyNode) {
    guard let row = item.table(["id", "ja", "en", "remedy_ja", "remedy_en", "cites", "note"])
    else { return }
    let citations = row.citations("cites")
    _ = row["note"]?.text()
    guard let id = row.required("id")?.choice(CollectionSubject.self),
      let ja = row.required("ja")?.text(), let en = row.required("en")?.text(),
      let remedyJA = row.required("remedy_ja")?.text(),
      let remedyEN = row.required("remedy_en")?.text()
    else { return }
    people.add(
      CollectionRule(
        id: id, ja: ja, en: en, remedyJA: remedyJA, remedyEN: remedyEN, citations: citations),
      at: item)
  }

  private func readThreshold(_ item: PolicyNode) {
    guard let row = item.table(["id", "ja", "en", "at_most_yen", "cites", "note"]) else { return }
    let citations = row.citations("cites")
    let yen = row.required("at_most_yen")?.integer(1...100_000_000)
    _ = row["note"]?.text()
    guard let id = row.required("id")?.id(), let ja = row.required("ja")?.text(),
      let en = row.required("en")?.text(), let yen
    else { return }
    thresholds.add(
      PaymentThreshold(id: id, ja: ja, en: en, atMostYen: yen, citations: citations), at: item)
  }
}
