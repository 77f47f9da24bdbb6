internal import Wording

extension PolicyReader {
  var numberChanges: NumberChangeRules {
    NumberChangeRules(rules: changes.values, questions: changeQuestions)
  }

  func readNumberChanges(_ table: PolicyTable) {
    for item in table.required("changes")?.list() ?? [] { readNumberChange(item) }
    changeQuestions = readQuestions(table)
  }

  private func readNumberChange(_ item: PolicyNode) {
    let keys: Set = [
      "id", "when", "office", "office_ja", "office_en", "form", "purposes", "subjects",
      "while_employed", "after", "filed", "term", "within_days", "cites",
    ]
    guard let row = item.table(keys) else { return }
    let citations = row.citations("cites")
    let kinds = changeKinds(row.required("when"))
    let purposes = purposeIDs(row.required("purposes"))
    let subjects = subjects(row.required("subjects"))
    let filed = (row["filed"]?.list() ?? []).compactMap { formID($0) }
    let whileEmployed = row["while_employed"]?.flag() ?? false
    let afterDeclaration = row["after"]?.choice(After.self) != nil
    let term = row["term"]?.text()
    let days = row.required("within_days")?.integer(1...365)
    let form = formID(row.required("form"))
    if kinds.contains(.correction), filed.isEmpty, !afterDeclaration {
      (row["filed"] ?? item).fail("a correction says which documents were filed with the number")
    }
    guard let id = row.required("id")?.id(), let office = row.required("office")?.id(),
      let ja = row.required("office_ja")?.text(), let en = row.required("office_en")?.text(),
      let form, let days
    else { return }
    check(form, purposes, subjects, row)
    changes.add(
      NumberChangeRule(
        id: id, kinds: kinds, office: office, ja: ja, en: en, form: form, purposes: purposes,
        subjects: subjects, whileEmployed: whileEmployed, afterDeclaration: afterDeclaration,
        filed: filed, term: term, withinDays: days, citations: citations), at: item)
  }

  /// After what an office is told.
  private enum After: String, CaseIterable {
    case declaration
  }

  private func changeKinds(_ node: PolicyNode?) -> CaseSet<NumberChangeKind> {
    var found: CaseSet<NumberChangeKind> = []
    for item in node?.list() ?? [] {
      guard let kind = item.choice(NumberChangeKind.self) else { continue }
      if found.contains(kind) { item.fail("the word stands twice") }
      found.insert(kind)
    }
    if found.isEmpty, node?.isEmptyList == true { node?.fail("change, correction or both") }
    return found
  }

  /// Nobody's number is sent on a form that does not carry it, or for another purpose than its own.
  private func check(
    _ id: FormCopyID, _ purposes: [PurposeID], _ subjects: SubjectSet, _ row: PolicyTable
  ) {
    guard let form = forms[id] else { return }
    for purpose in purposes where !form.purposes.contains(purpose) {
      row["purposes"]?.fail("\(id) is no form of \(purpose)")
    }
    if purposes.isEmpty, row["purposes"]?.isEmptyList == true {
      row["purposes"]?.fail("one purpose at least")
    }
    for subject in subjects.subjects where !form.carries.contains(SubjectSet(subject)) {
      row["subjects"]?.fail("\(id) does not carry the number of \(subject.rawValue)")
    }
    if subjects.isEmpty, row["subjects"]?.isEmptyList == true {
      row["subjects"]?.fail("whose number it is")
    }
  }
}
