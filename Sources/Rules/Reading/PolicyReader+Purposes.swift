extension PolicyReader {
  func readPurposes(_ table: PolicyTable) {
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
    refuseAccidentInsurance([id, ja, en], at: row["id"] ?? item)
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

  /// An employer does no number-related affairs for workers' accident insurance, so not even a
  /// purpose that cites another law may be made for it.
  private func refuseAccidentInsurance(_ words: [String], at node: PolicyNode) {
    let forbidden = [
      "労災", "労働者災害", "accident-insurance", "accident insurance", "workers-compensation",
      "workers' compensation", "workers compensation", "rousai", "rosai",
    ]
    let isForbidden = words.contains { word in
      forbidden.contains { word.lowercased().contains($0) }
    }
    if isForbidden {
      node.fail(
        "workers' accident insurance (労災保険): the employer may not ask for the number (番号法9条4項)")
    }
  }
}
