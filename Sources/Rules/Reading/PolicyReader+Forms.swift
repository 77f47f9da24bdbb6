internal import People
internal import Wording

extension PolicyReader {
  func readForms(_ table: PolicyTable) {
    for item in table.required("forms")?.list() ?? [] { readForm(item) }
  }

  private func readForm(_ item: PolicyNode) {
    let keys: Set = [
      "id", "ja", "en", "purposes", "recipient", "article19", "carries", "carries_from", "cites",
      "note", "from", "until",
    ]
    guard let row = item.table(keys) else { return }
    let citations = row.citations("cites")
    let inForce = row.inForce()
    let purposes = purposeIDs(row.required("purposes"))
    let carries = subjects(row.required("carries"))
    let carriedFrom = carriedFrom(row["carries_from"], carries)
    let recipient = recipient(row)
    _ = row["note"]?.text()
    if let node = row["purposes"], purposes.isEmpty, node.isEmptyList {
      node.fail("a form copy serves one purpose at least")
    }
    guard let id = row.required("id")?.id(), let ja = row.required("ja")?.text(),
      let en = row.required("en")?.text(), let recipient
    else { return }
    check(carries, recipient: recipient, row: row, at: item)
    let form = FormCopy(
      id: FormCopyID(id), ja: ja, en: en, purposes: purposes, carries: carries,
      carriedFrom: carriedFrom, recipient: recipient, article19Item: recipient.article19Item,
      citations: citations, inForce: inForce)
    forms.add(form, at: item)
  }

  private func carriedFrom(
    _ node: PolicyNode?, _ carries: SubjectSet
  ) -> [Subject: CalendarDate] {
    var found: [Subject: CalendarDate] = [:]
    for (key, value) in node?.table(Set(Subject.allCases.map(\.rawValue)))?.values ?? [:] {
      guard let subject = Subject(rawValue: key), let day = value.date() else { continue }
      if !carries.contains(SubjectSet(subject)) { value.fail("the copy does not carry \(key)") }
      found[subject] = day
    }
    return found
  }

  private func recipient(_ row: PolicyTable) -> Recipient? {
    guard let node = row.required("recipient"), let text = node.text() else { return nil }
    if ["employee", "payee", "recipient"].contains(text) {
      node.fail("write person for the copy of the person it is about; it carries no number")
      return nil
    }
    if text.contains("labour") || text.contains("labor") || text.contains("労働基準") {
      node.fail("no form with a number goes to the labour standards office from an employer")
      return nil
    }
    return node.choice(Recipient.self)
  }

  /// What no form copy can say: a number on the person's own copy, another item of Article 19.
  private func check(
    _ carries: SubjectSet, recipient: Recipient, row: PolicyTable, at item: PolicyNode
  ) {
    if recipient == .person, !carries.isEmpty {
      (row["carries"] ?? item).fail(
        "the person's own copy carries nobody's number (番号法19条, 所得税法施行規則93条1項)")
    }
    if recipient != .person, carries.isEmpty, row["carries"]?.isEmptyList == true {
      (row["carries"] ?? item).fail("a form copy that is filed says whose numbers it carries")
    }
    guard let expected = recipient.article19Item else {
      row["article19"]?.fail("nothing is provided on the person's own copy: leave article19 out")
      return
    }
    guard let node = row.required("article19"), let written = node.integer(1...17) else { return }
    if written != expected {
      node.fail("a copy for \(recipient.rawValue) goes under 番号法19条\(expected)号")
    }
  }

  /// The subjects in a list; one that stands twice is a mistake.
  func subjects(_ node: PolicyNode?) -> SubjectSet {
    var found: SubjectSet = []
    for item in node?.list() ?? [] {
      guard let subject = item.choice(Subject.self) else { continue }
      if found.contains(SubjectSet(subject)) { item.fail("the subject stands twice") }
      found.formUnion(SubjectSet(subject))
    }
    return found
  }
}
