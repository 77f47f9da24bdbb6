internal import Wording

extension PolicyReader {
  func readPurposes(_ table: PolicyTable) {
    for item in table.required("forbidden")?.list() ?? [] { readForbidden(item) }
    for use in ForbiddenUse.allCases where !forbidden.contains(use) {
      (table["forbidden"] ?? table.node).fail("the forbidden purpose \(use.rawValue) is missing")
    }
    for item in table.required("purposes")?.list() ?? [] { readPurpose(item) }
  }

  private func readPurpose(_ item: PolicyNode) {
    let keys: Set = ["id", "ja", "en", "basis", "family_verified_by", "from", "until"]
    guard let row = item.table(keys) else { return }
    let basis = row.citations("basis")
    checkBasis(basis, at: row["basis"] ?? item)
    let inForce = row.inForce()
    let verifier = row.required("family_verified_by")?.choice(FamilyVerifier.self)
    guard let id = row.required("id")?.id(), let ja = row.required("ja")?.text(),
      let en = row.required("en")?.text(), let verifier
    else { return }
    refuseForbidden([id, ja, en], at: row["id"] ?? item)
    if Role.compartments.contains(id) { item.fail("\(id) is the name of a compartment") }
    let purpose = Purpose(
      id: PurposeID(id), ja: ja, en: en, basis: basis, inForce: inForce,
      familyVerifiedBy: verifier)
    purposes.add(purpose, at: item)
  }

  /// A purpose rests on a law that makes the employer file numbers, not on the Act alone.
  private func checkBasis(_ basis: [Citation], at node: PolicyNode) {
    guard !basis.isEmpty else { return }
    for citation in basis where !Statutes.bases.contains(Statutes.law(of: citation.statute)) {
      node.fail("\(citation.statute) makes no work number-related affairs (番号法9条4項)")
    }
    if basis.allSatisfy({ Statutes.law(of: $0.statute) == "番号法" }) {
      node.fail("the law that requires the filing must be cited beside 番号法")
    }
  }

  private func readForbidden(_ item: PolicyNode) {
    let keys: Set = ["id", "ja", "en", "words", "why_ja", "why_en", "cites", "note"]
    guard let row = item.table(keys) else { return }
    let citations = row.citations("cites")
    let words = texts(row.required("words")).map { $0.lowercased() }
    let whyJa = row.required("why_ja")?.text()
    let whyEn = row.required("why_en")?.text()
    _ = row["note"]?.text()
    guard let id = row.required("id")?.choice(ForbiddenUse.self),
      let ja = row.required("ja")?.text(), let en = row.required("en")?.text(), let whyJa, let whyEn
    else { return }
    if !words.contains(id.stem) { (row["words"] ?? item).fail("the word \(id.stem) is missing") }
    let purpose = ForbiddenPurpose(
      id: id, ja: ja, en: en, words: words, whyJa: whyJa, whyEn: whyEn, citations: citations)
    forbidden.add(purpose, at: item)
  }

  /// Not even a purpose that cites another law may be made for such a use.
  private func refuseForbidden(_ words: [String], at node: PolicyNode) {
    let found = forbidden.values.first { purpose in words.contains { purpose.isNamed(in: $0) } }
    if let found { node.fail(Phrase(verbatim: found.description)) }
  }
}
