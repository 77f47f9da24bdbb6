internal import Wording

extension PolicyReader {
  var entrustmentRules: EntrustmentRules { EntrustmentRules(clauses: clauses.values) }

  func readEntrustment(_ table: PolicyTable) {
    for item in table.required("clauses")?.list() ?? [] { readClause(item) }
    for clause in ContractClause.allCases where !clauses.contains(clause) {
      table["clauses"]?.fail("\(clause.rawValue) is missing")
    }
    readQuestions(table)
  }

  private func readClause(_ item: PolicyNode) {
    guard let row = item.table(["id", "ja", "en", "need", "cites"]) else { return }
    let citations = row.citations("cites")
    let need = row.required("need")?.choice(ClauseNeed.self)
    guard let id = row.required("id")?.choice(ContractClause.self),
      let ja = row.required("ja")?.text(), let en = row.required("en")?.text(), let need
    else { return }
    if id.isMandatoryByGuideline, need != .mandatory {
      row["need"]?.fail("the guideline says that a contract must have it (番号法11条)")
    }
    clauses.add(
      ClauseRule(id: id, ja: ja, en: en, isMandatory: need == .mandatory, citations: citations),
      at: item)
  }
}
