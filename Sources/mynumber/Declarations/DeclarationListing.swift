import MyNumberKit

/// What a declaration did for each person.
struct DeclarationListing {
  private var listing = Listing([
    .init("code", "Code", "コード"), .init("told", "Told now", "今回通知"),
    .init("known", "Told before", "通知済み"), .init("widened", "Number opens for", "番号を使えるようにした目的"),
  ])

  init(_ plan: DeclarationPlan, _ names: Names) {
    for line in plan.lines {
      let purposes = [line.told, line.known, line.widened]
      listing.add(
        [line.code.text] + purposes.map(Self.text),
        saying: [line.code.text] + purposes.map { names.text($0) })
    }
  }

  private static func text(_ purposes: [PurposeID]) -> String {
    purposes.map(\.rawValue).joined(separator: "; ")
  }

  func write(to context: CommandContext, as format: OutputFormat) throws {
    try listing.write(to: context, as: format)
  }
}
