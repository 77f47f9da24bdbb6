import MyNumberKit

/// What a purge would destroy, as rows.
struct PurgeListing {
  private(set) var listing = Listing([
    .init("person", "Person", "対象者"), .init("version", "Version", "版", isCount: true),
    .init("purpose", "Purpose", "利用目的"), .init("disposal", "Disposal from", "廃棄時期"),
    .init("status", "Status", "状態", isWord: true), .init("documents", "Documents", "書類"),
  ])

  private let names: Names

  init(_ plan: PurgePlan, _ names: Names) {
    self.names = names
    for item in plan.items { add(item, item.cause == .corrected ? "corrected" : "due") }
    for item in plan.presumed { add(item, "presumed") }
  }

  private mutating func add(_ item: PurgeItem, _ status: String) {
    let documents = item.documents.map { document in
      let last = document.lastDay.map { " (\($0.isoText))" } ?? ""
      return document.document + last
    }
    func row(_ purpose: String) -> [String] {
      [
        item.code.text, "\(item.version)", purpose, item.disposal.isoText, status,
        documents.joined(separator: "; "),
      ]
    }
    listing.add(row(item.purpose.rawValue), saying: row(names.text([item.purpose])))
  }
}
