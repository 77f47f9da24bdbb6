internal import Wording

extension PolicyReader {
  static let filingRangeKeys: Set = ["copies", "electronic", "questions"]

  var filingRange: FilingRange {
    FilingRange(copies: filings, electronic: electronicRules, questions: filingQuestions)
  }

  func readFilingRange(_ table: PolicyTable) {
    for item in table.required("copies")?.list() ?? [] { readCopy(item) }
    for item in table.required("electronic")?.list() ?? [] { readElectronic(item) }
    for item in table["questions"]?.list() ?? [] { readYearQuestion(item) }
  }

  private func readElectronic(_ item: PolicyNode) {
    let keys: Set = [
      "forms", "counted", "due_from", "due_until", "sheets", "years_before", "cites",
    ]
    guard let row = item.table(keys) else { return }
    let citations = row.citations("cites")
    let due = row.inForce("due_from", "due_until")
    let forms = formIDs(row.required("forms"))
    let sheets = row.required("sheets")?.integer(1...100_000)
    let yearsBefore = row.required("years_before")?.integer(0...10)
    guard let counted = formID(row.required("counted")), let sheets, let yearsBefore else { return }
    let isTwice = electronicRules.contains { known in
      known.due.overlaps(due) && known.forms.contains(where: forms.contains)
    }
    if isTwice { item.fail("the days on which copies of one form are due overlap") }
    electronicRules.append(
      ElectronicRule(
        forms: forms, counted: counted, due: due, sheets: sheets, yearsBefore: yearsBefore,
        citations: citations))
  }

  private func readYearQuestion(_ item: PolicyNode) {
    guard let row = item.table(Self.questionKeys.union(["from_year", "until_year"])) else { return }
    let from = row["from_year"]?.integer(2016...2100)
    let until = row["until_year"]?.integer(2016...2100)
    guard let question = readQuestion(row, at: item) else { return }
    filingQuestions.append(YearQuestion(question: question, fromYear: from, untilYear: until))
  }

  private func readCopy(_ item: PolicyNode) {
    let keys: Set = [
      "form", "from_year", "due_from", "due_until", "counted_by", "cites", "leave_out",
      "leavers_due",
    ]
    guard let row = item.table(keys) else { return }
    let citations = row.citations("cites")
    let due = row.inForce("due_from", "due_until")
    let countedBy = row["counted_by"].flatMap { formID($0) }
    let rules = leaveOutRules(row)
    let leavers = row["leavers_due"]?.choice(LeaversDue.self)
    let form = formID(row.required("form"))
    guard let form, let from = row.required("from_year")?.integer(2016...2100) else { return }
    if countedBy == form { row["counted_by"]?.fail("a copy does not count as itself") }
    if filings.contains(where: { $0.form == form && $0.due.overlaps(due) }) {
      item.fail("the days on which slips of one form are due overlap")
    }
    filings.append(
      FilingCopy(
        form: form, fromYear: from, due: due, countedBy: countedBy, citations: citations,
        leaveOut: rules, isDueAMonthAfterLeaving: leavers == .month))
  }

  /// When the slip of a leaver is due, where it is not with the others'.
  private enum LeaversDue: String, CaseIterable {
    case month
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
