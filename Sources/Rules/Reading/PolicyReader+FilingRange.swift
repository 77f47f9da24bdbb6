internal import Wording

extension PolicyReader {
  var filingRange: FilingRange { FilingRange(copies: filings) }

  func readFilingRange(_ table: PolicyTable) {
    for item in table.required("copies")?.list() ?? [] { readCopy(item) }
    readQuestions(table)
  }

  private func readCopy(_ item: PolicyNode) {
    let keys: Set = [
      "form", "from_year", "due_from", "due_until", "counted_by", "cites", "leave_out",
    ]
    guard let row = item.table(keys) else { return }
    let citations = row.citations("cites")
    let due = row.inForce("due_from", "due_until")
    let countedBy = row["counted_by"].flatMap { formID($0) }
    let rules = leaveOutRules(row)
    let form = formID(row.required("form"))
    guard let form, let from = row.required("from_year")?.integer(2016...2100) else { return }
    if countedBy == form { row["counted_by"]?.fail("a copy does not count as itself") }
    if filings.contains(where: { $0.form == form && $0.due.overlaps(due) }) {
      item.fail("the days on which slips of one form are due overlap")
    }
    filings.append(
      FilingCopy(
        form: form, fromYear: from, due: due, countedBy: countedBy, citations: citations,
        leaveOut: rules))
  }

  /// Who is left out; of a copy that is not filed nobody can be.
  private func leaveOutRules(_ row: PolicyTable) -> [LeaveOutRule] {
    if row["counted_by"] != nil {
      row["leave_out"]?.fail("a copy that another one counts as is not filed for anybody")
      return []
    }
    return (row.required("leave_out")?.list() ?? []).compactMap { leaveOutRule($0) }
  }

  private func leaveOutRule(_ item: PolicyNode) -> LeaveOutRule? {
    let keys: Set = [
      "adjusted", "declared", "officer", "professional", "left_in_year", "at_most_yen", "article",
    ]
    guard let row = item.table(keys) else { return nil }
    let yen = row.required("at_most_yen")?.integer(1...100_000_000)
    let article = row.required("article")?.citation()
    let flags = ["adjusted", "declared", "officer", "professional", "left_in_year"].map { key in
      row[key]?.flag()
    }
    guard let yen, let article else { return nil }
    return LeaveOutRule(
      adjusted: flags[0], declared: flags[1], officer: flags[2], professional: flags[3],
      leftInYear: flags[4], atMostYen: yen, article: article)
  }
}
