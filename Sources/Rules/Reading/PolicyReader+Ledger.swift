internal import Wording

extension PolicyReader {
  static let ledgerKeys: Set = ["purpose", "form", "source", "declarations", "obstacles"]

  func readLedger(_ table: PolicyTable) {
    let declarations = (table.required("declarations")?.list() ?? []).compactMap { item in
      item.table(["ja", "en", "cites"]).flatMap { ledgerDeclaration($0, isCited: true) }
    }
    for item in table.required("obstacles")?.list() ?? [] { readObstacle(item) }
    for obstacle in LedgerObstacle.allCases where !obstacles.contains(obstacle) {
      table["obstacles"]?.fail("\(obstacle.rawValue) is missing")
    }
    let source = table.required("source")?.table(["ja", "en"]).flatMap {
      ledgerDeclaration($0, isCited: false)
    }
    let purpose = ledgerPurpose(table.required("purpose"))
    guard let source, let purpose, let id = formID(table.required("form")), let form = forms[id]
    else { return }
    if !form.purposes.contains(purpose) { table["form"]?.fail("no form of \(purpose)") }
    ledger = LedgerRules(
      purpose: purpose, form: id, source: source, declarations: declarations,
      reasons: obstacles.values, carries: form.carries)
  }

  private func ledgerPurpose(_ node: PolicyNode?) -> PurposeID? {
    guard let node, let text = node.text() else { return nil }
    guard purposes.contains(PurposeID(text)) else {
      node.fail("there is no purpose \(text.debugDescription)")
      return nil
    }
    return PurposeID(text)
  }

  private func ledgerDeclaration(_ row: PolicyTable, isCited: Bool) -> LedgerDeclaration? {
    let citations = isCited ? row.citations("cites") : []
    guard let ja = row.required("ja")?.text(), let en = row.required("en")?.text() else {
      return nil
    }
    return LedgerDeclaration(ja: ja, en: en, citations: citations)
  }

  private func readObstacle(_ item: PolicyNode) {
    guard let row = item.table(["id", "ja", "en", "remedy_ja", "remedy_en", "cites"]) else {
      return
    }
    let citations = row.citations("cites")
    guard let id = row.required("id")?.choice(LedgerObstacle.self),
      let ja = row.required("ja")?.text(), let en = row.required("en")?.text(),
      let remedyJA = row.required("remedy_ja")?.text(),
      let remedyEN = row.required("remedy_en")?.text()
    else { return }
    obstacles.add(
      LedgerReason(
        id: id, ja: ja, en: en, remedyJA: remedyJA, remedyEN: remedyEN, citations: citations),
      at: item)
  }
}
