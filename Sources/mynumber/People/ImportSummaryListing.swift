import MyNumberKit

/// What an import did, as rows of an item and a count.
struct ImportSummaryListing {
  private var listing = Listing([
    .init("item", "Item", "項目", isWord: true), .init("key", "Which", "内訳", isWord: true),
    .init("count", "Count", "件数", isCount: true),
  ])

  private let names: Names

  init(_ summary: ImportSummary, isDry: Bool, _ names: Names) {
    self.names = names
    count("people-added", summary.added)
    count("numbers-sealed", summary.numbers)
    count("numbers-already-held", summary.alreadyHeld)
    count("numbers-replaced", summary.replaced)
    for code in summary.replacedBefore.keys.sorted() {
      listing.rows.append(["replaced-before", code, "1"])
    }
    count("people-updated", summary.updated)
    count("verified-before-the-vault", summary.legacy)
    count("waiting-for-attestation", summary.claimed)
    for (reason, people) in summary.withoutNumber.sorted(by: { $0.key.rawValue < $1.key.rawValue })
    {
      listing.rows.append(["without-number", reason.english, "\(people)"])
    }
    for (code, missing) in summary.unverified.sorted(by: { $0.key < $1.key }) {
      let ids = missing.map(\.shortfall.id).joined(separator: "; ")
      listing.add(
        ["unverified", "\(code): \(ids)", "1"],
        saying: ["unverified", "\(code): \(names.text(missing))", "1"])
    }
    count("verifications-recorded", summary.verified.count)
    count("document-dates-not-recorded", summary.datesAssumed)
    for code in summary.notTaken.keys.sorted() {
      listing.rows.append(["verification-not-taken", code, "1"])
    }
    for code in summary.notToAsk.keys.sorted() {
      listing.rows.append(["not-to-be-asked", code, "1"])
    }
    for code in summary.unclearPayees.keys.sorted() {
      listing.rows.append(["payee-unclear", code, "1"])
    }
    count("offices-to-tell", summary.toNotify)
    count("ledger-outdated", summary.ledgerOutdated.count)
    for group in summary.untold {
      for code in group.codes { add("to-declare", code, group.purposes) }
    }
    if isDry {
      for match in summary.matches { add(match) }
      for (code, purposes) in summary.told { add("purposes-told", code, purposes) }
    }
  }

  func write(to context: CommandContext, as format: OutputFormat) throws {
    try listing.write(to: context, as: format)
  }

  /// Our column, and the headers it is read from or the value that every row has.
  private mutating func add(_ match: ColumnMatch) {
    let column = Message(match.column.english, match.column.japanese).text
    let source = match.fixed.map { "= \($0)" } ?? "← " + match.headers.joined(separator: " + ")
    listing.rows.append([
      match.fixed == nil ? "column-read" : "column-fixed", "\(column) \(source)", "1",
    ])
  }

  private mutating func add(_ item: String, _ code: PersonCode, _ purposes: [PurposeID]) {
    let ids = purposes.map(\.rawValue).joined(separator: "; ")
    let count = "\(purposes.count)"
    listing.add(
      [item, "\(code.text): \(ids)", count],
      saying: [item, "\(code.text): \(names.text(purposes))", count])
  }

  private mutating func count(_ item: String, _ count: Int) {
    if count > 0 { listing.rows.append([item, "", "\(count)"]) }
  }
}
