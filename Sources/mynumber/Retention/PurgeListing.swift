import MyNumberKit

/// What a purge would destroy, as rows.
struct PurgeListing {
  private(set) var listing: Listing
  private let names: Names
  private let people: [PersonCode: String]?

  /// - Parameter people: The names of those concerned, to be shown too.
  init(_ plan: PurgePlan, _ names: Names, people: [PersonCode: String]? = nil) {
    self.names = names
    self.people = people
    let name = people == nil ? [] : [Listing.Column("name", "Name", "氏名")]
    listing = Listing(
      [.init("person", "Person", "対象者")] + name + [
        .init("version", "Version", "版", isCount: true),
        .init("purpose", "Purpose", "利用目的"), .init("disposal", "Disposal from", "廃棄時期"),
        .init("status", "Status", "状態", isWord: true), .init("documents", "Documents", "書類"),
      ])
    for item in plan.items { add(item, item.cause == .corrected ? "corrected" : "due") }
    for item in plan.presumed { add(item, "presumed") }
  }

  private mutating func add(_ item: PurgeItem, _ status: String) {
    let documents = item.documents.map { document in
      let last = document.lastDay.map { " (\($0.isoText))" } ?? ""
      return document.document + last
    }
    func row(_ purpose: String) -> [String] {
      [item.code.text] + (people.map { [$0[item.code] ?? ""] } ?? []) + [
        "\(item.version)", purpose, item.disposal.isoText, status,
        documents.joined(separator: "; "),
      ]
    }
    listing.add(row(item.purpose.rawValue), saying: row(names.text([item.purpose])))
  }
}
