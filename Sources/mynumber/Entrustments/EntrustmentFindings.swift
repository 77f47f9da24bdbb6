import MyNumberKit

/// What is to be done about contractors, as rows.
struct EntrustmentFindings {
  private(set) var listing = Listing([
    .init("contractor", "Contractor", "委託先"), .init("finding", "Finding", "事項", isWord: true),
    .init("weight", "Effect", "効果", isWord: true), .init("what", "What", "内容"),
    .init("article", "Article", "根拠"), .init("remedy", "To do", "なすべきこと"),
  ])

  init(
    _ records: [ContractorRecord], _ register: EntrustmentRegister, _ handOvers: [HandOver],
    _ vault: Vault
  ) {
    let today = vault.decisionDay
    let names = Names(vault.policy)
    for record in records {
      let gaps = register.gaps(of: record.id, on: today, by: vault.policy.entrustment)
      for gap in gaps { add(record.id, gap, names) }
      for made in handOvers where made.contractor == record.id && made.isOverdue(on: today) {
        add(
          record.id, "hand-over-overdue", .handOverOverdue(made), article: "番号法20条, 11条",
          .handOverOverdueRemedy)
      }
      for key in vault.authority.contractorKeys
      where key.contractor == record.id && vault.authority.rotationDue.contains(key.name) {
        add(
          record.id, "rotation-due", .rotationDue(key.name), article: "番号法12条",
          .rotationDueRemedy)
      }
    }
  }

  private mutating func add(_ id: ContractorID, _ gap: EntrustmentGap, _ names: Names) {
    listing.rows.append([
      id.text, gap.rule, gap.weight.rawValue, Message.what(gap, names).text, gap.article,
      Message.remedy(of: gap).text,
    ])
  }

  private mutating func add(
    _ id: ContractorID, _ finding: String, _ what: Message, article: String, _ remedy: Message
  ) {
    listing.rows.append([
      id.text, finding, EntrustmentGap.Weight.told.rawValue, what.text, article, remedy.text,
    ])
  }
}
