internal import Auditing
internal import People

/// Reads what was destroyed from the log (削除・廃棄の記録, ガイドライン別添1 C-b, E-d).
struct HandlingDeletions {
  let facts: HandlingFacts
  let names: ReportNames

  static let columns: [ReportColumn] = [
    ReportColumn("what", "廃棄したもの", "What"), ReportColumn("on", "廃棄日", "On"),
    ReportColumn("means", "方法", "Means"), ReportColumn("by", "実施者", "By"),
    ReportColumn("contractor", "委託先", "Contractor"),
    ReportColumn("certificate", "証明書", "Certificate"), .entries,
  ]

  /// The vault's numbers, the files made from it, its copies, imported files, then what was outside.
  func rows() -> [[ReportCell]] {
    facts.purges.map(row) + facts.exports.files.filter { $0.numbers != 0 }.compactMap(row)
      + facts.backups.copies.compactMap(row)
      + facts.sources.values.sorted { $0.begun < $1.begun }.compactMap(row)
      + facts.handling.destructions.map(row)
  }

  private func row(_ purge: HandlingFacts.Purge) -> [ReportCell] {
    [
      .word(
        id: "purge \(purge.count)",
        Words("保管庫の番号 \(purge.count)件", "\(purge.count) of the vault's numbers")),
      .text(purge.on.isoText),
      .word(id: "purged", Words("鍵と暗号文の上書き", "keys and ciphertexts overwritten")),
      names.user(purge.user), .empty, .empty, .entries(EntryRanges([purge.entry])),
    ]
  }

  private func row(_ file: ExportRecord) -> [ReportCell]? {
    switch file.state {
    case .begun, .made, .disposing: nil
    case .disposed(let day, let how): registered(file.id, file.name, day, how.cell, file.entry)
    case .returned(let day):
      registered(
        file.id, file.name, day,
        .word(id: "returned", Words("委託先から返却・廃棄", "returned by the contractor")), file.entry)
    }
  }

  private func row(_ copy: BackupRecord) -> [ReportCell]? {
    guard case .disposed(let day, let how) = copy.state else { return nil }
    return registered(copy.id, copy.name, day, how.cell, copy.entry)
  }

  private func registered(
    _ id: String, _ name: String, _ day: CalendarDate, _ means: ReportCell, _ entry: Int
  ) -> [ReportCell] {
    let disposal = facts.disposals[id]
    return [
      .free(name), .text(day.isoText), means, names.user(disposal?.user), .empty, .empty,
      .entries(EntryRanges([entry] + (disposal.map { [$0.entry] } ?? []))),
    ]
  }

  private func row(_ source: HandlingFacts.Source) -> [ReportCell]? {
    guard let gone = source.destroyed else { return nil }
    return [
      .free(source.name), .text(gone.on.isoText), ExportRecord.Disposal.overwritten.cell,
      names.user(gone.user), .empty, .empty, .entries(EntryRanges([source.begun, gone.entry])),
    ]
  }

  private func row(_ destruction: HandlingDestruction) -> [ReportCell] {
    let file = facts.handling.files.first { $0.entry == destruction.file }
    return [
      .list([.free(file?.name), .free(destruction.what)].filter { !$0.isEmpty }),
      .text(destruction.on.isoText), destruction.means.cell, .free(destruction.by),
      .free(destruction.contractor), certificate(destruction),
      .entries(
        EntryRanges(
          [destruction.entry, destruction.file, destruction.certifiedBy].compactMap(\.self))),
    ]
  }

  private func certificate(_ destruction: HandlingDestruction) -> ReportCell {
    destruction.lacksCertificate
      ? .word(id: "missing", Words("なし", "missing"))
      : .optional(destruction.certificateOn?.isoText)
  }
}

extension ExportRecord.Disposal {
  fileprivate var cell: ReportCell {
    switch self {
    case .overwritten, .resumed: .word(id: rawValue, Words("上書き・削除", "overwritten and removed"))
    case .gone: .word(id: rawValue, Words("保管庫の外で廃棄", "destroyed elsewhere"))
    }
  }
}
