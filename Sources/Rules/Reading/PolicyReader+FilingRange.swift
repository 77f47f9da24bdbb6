extension PolicyReader {
  var filingRange: FilingRange { FilingRange(copies: filings) }

  func readFilingRange(_ table: PolicyTable) {
    for item in table.required("copies")?.list() ?? [] { readCopy(item) }
    readQuestions(table)
  }

  private func readCopy(_ item: PolicyNode) {
    guard let row = item.table(["form", "from_year", "until_year", "cites", "leave_out"]) else {
      return
    }
    let citations = row.citations("cites")
    let rules = (row.required("leave_out")?.list() ?? []).compactMap { leaveOutRule($0) }
    let form = formID(row.required("form"))
    let until = row["until_year"]?.integer(2016...2100)
    guard let form, let from = row.required("from_year")?.integer(2016...2100) else { return }
    if let until, until < from { row["until_year"]?.fail("ends before it begins") }
    let copy = FilingCopy(
      form: form, fromYear: from, untilYear: until, citations: citations, leaveOut: rules)
    let overlaps = filings.contains {
      $0.form == form && ($0.covers(from) || copy.covers($0.fromYear))
    }
    if overlaps { item.fail("the years of one form overlap") }
    filings.append(copy)
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
