import MyNumberKit

/// The register of contractors, as rows.
struct EntrustmentListing {
  private(set) var listing = Listing([
    .init("id", "Id", "ID"), .init("name", "Name", "名称"),
    .init("tier", "Tier", "段階", isCount: true), .init("entruster", "Entrusted by", "委託者"),
    .init("purposes", "Purposes", "利用目的"), .init("from", "From", "開始日"),
    .init("until", "Until", "最終日"), .init("supervision_due", "Supervise by", "監督期限"),
    .init("returned", "Returned", "返却・廃棄"), .init("standing", "Standing", "状態", isWord: true),
  ])

  init(_ register: EntrustmentRegister, _ vault: Vault) {
    let names = Names(vault.policy)
    for record in register.records {
      let gaps = register.gaps(
        of: record.id, on: vault.decisionDay, by: vault.policy.entrustment)
      func row(_ purposes: String) -> [String] {
        [
          record.id.text, record.contract.name, "\(register.tier(of: record.id))",
          record.contract.entruster?.text ?? ContractorID.root, purposes,
          record.contract.from.isoText, record.lastDay.isoText, record.supervisionDue.isoText,
          record.returned?.on.isoText ?? "", gaps.first?.rule ?? "in-order",
        ]
      }
      listing.add(
        row(record.contract.purposes.map(\.rawValue).joined(separator: "; ")),
        saying: row(names.text(record.contract.purposes)))
    }
  }
}
