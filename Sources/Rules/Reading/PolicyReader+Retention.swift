internal import People
internal import Wording

extension PolicyReader {
  static let retentionKeys: Set = [
    "overdue_after", "fiscal_year_ends", "last_pay_months", "documents", "exported_files",
    "purge_approval", "questions",
  ]

  var retentionSchedule: RetentionSchedule {
    RetentionSchedule(
      documents: documents.values, overdueRule: overdue, lastPayMonths: lastPayMonths,
      forms: forms.values)
  }

  func readRetention(_ table: PolicyTable) {
    readOverdue(table)
    lastPayMonths = table.required("last_pay_months")?.integer(0...12) ?? 2
    purgeApproval = table["purge_approval"]?.choice(PurgeApprovalRule.self) ?? .notNeeded
    readExportedFiles(table)
    for item in table.required("documents")?.list() ?? [] { readDocument(item) }
    readQuestions(table)
  }

  private func readExportedFiles(_ table: PolicyTable) {
    guard let row = table.required("exported_files")?.table(["dispose_within_days", "cites"])
    else { return }
    let citations = row.citations("cites")
    guard let days = row.required("dispose_within_days")?.integer(1...400) else { return }
    exportedFiles = ExportedFileRule(days: days, citations: citations)
  }

  private func readOverdue(_ table: PolicyTable) {
    guard let node = table.required("overdue_after"), let text = node.text() else { return }
    if text == "fiscal-year-end" {
      guard let end = table.required("fiscal_year_ends") else { return }
      guard let (month, day) = Self.monthDay(end.text() ?? "") else {
        return end.fail("a month and a day such as 03-31 are expected here")
      }
      overdue = .fiscalYearEnd(month: month, day: day)
    } else if let days = Int(text), (0...365).contains(days) {
      overdue = .days(days)
    } else {
      node.fail("fiscal-year-end or a number of days up to 365 is expected here")
    }
  }

  private static func monthDay(_ text: String) -> (Int, Int)? {
    // 2024 was a leap year: 02-29 is a day of it.
    guard text.utf8.count == 5, let date = CalendarDate(parsing: "2024-" + text) else { return nil }
    return (date.month, date.day)
  }

  private func readDocument(_ item: PolicyNode) {
    let keys: Set = [
      "id", "ja", "en", "purpose", "counts", "years", "set_by", "completed_by", "presumed_months",
      "cites", "note", "from", "until", "kinds", "holds",
    ]
    guard let row = item.table(keys) else { return }
    let citations = row.citations("cites")
    let inForce = row.inForce()
    let purpose = purposeID(row.required("purpose"))
    let counts = row.required("counts")?.choice(DocumentRule.Counting.self)
    let setBy = row.required("set_by")?.choice(DocumentRule.Setter.self)
    let years = row.required("years")?.integer(1...10)
    let presumed = row["presumed_months"].flatMap { $0.integer(1...12) }
    let completedBy = formIDs(row["completed_by"])
    let kinds = self.kinds(row["kinds"])
    let holds = SubjectSet((row["holds"]?.list() ?? []).compactMap { $0.choice(Subject.self) })
    _ = row["note"]?.text()
    guard let id = row.required("id")?.id(), let ja = row.required("ja")?.text(),
      let en = row.required("en")?.text(), let purpose, let counts, let setBy, let years
    else { return }
    let rule = DocumentRule(
      id: id, ja: ja, en: en, purpose: purpose, counts: counts, years: years, setBy: setBy,
      kinds: kinds, holds: holds, completedBy: completedBy, presumedMonths: presumed,
      citations: citations, inForce: inForce)
    check(rule, row)
    documents.add(rule, at: item)
  }

  private func check(_ rule: DocumentRule, _ row: PolicyTable) {
    if rule.setBy == .employer, rule.years > 7 {
      row["years"]?.fail("where the law sets no period, at most 7 years may be chosen (番号法20条)")
    }
    if rule.counts != .completion {
      row["presumed_months"]?.fail("only a completion is presumed")
      row["completed_by"]?.fail("only a matter is completed by a filing")
    }
  }

  private func purposeID(_ node: PolicyNode?) -> PurposeID? {
    guard let node, let text = node.text() else { return nil }
    guard purposes.contains(PurposeID(text)) else {
      node.fail("there is no purpose \(text.debugDescription)")
      return nil
    }
    return PurposeID(text)
  }

  /// The form copies named in a list; a name that leads nowhere is a mistake.
  func formIDs(_ node: PolicyNode?) -> [FormCopyID] {
    (node?.list() ?? []).compactMap { formID($0) }
  }

  func formID(_ node: PolicyNode?) -> FormCopyID? {
    guard let node, let text = node.text() else { return nil }
    guard forms.contains(FormCopyID(text)) else {
      node.fail("there is no form copy \(text.debugDescription)")
      return nil
    }
    return FormCopyID(text)
  }
}
