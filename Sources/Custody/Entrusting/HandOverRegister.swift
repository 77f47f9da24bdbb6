internal import Auditing
internal import JSON
internal import People
internal import Rules

/// The register of the files handed over, as the log says it.
struct HandOverRegister {
  private let vault: Vault

  init(_ vault: Vault) { self.vault = vault }

  /// Every file that was made and not withdrawn, oldest first.
  func files() throws(CustodyError) -> [HandOver] {
    var found: [HandOver] = []
    var makers: [String: String] = [:]
    let entries = try KeptDocuments(vault).entries(
      of: "\"hand-over\"", "\"hand-over-returned\"", "\"hand-over-withdrawn\"", "\"carried\"")
    for entry in entries where entry.content.outcome == .done {
      let content = CarriedEntry(entry).content
      if let made = Self.handOver(content) {
        found.append(made)
        if makers[made.id] == nil { makers[made.id] = content.actor }
      } else {
        Self.take(content, into: &found, by: makers)
      }
    }
    return found
  }

  /// What became of a file: only who made it says that there is none, and not once it was returned.
  private static func take(
    _ content: EntryContent, into found: inout [HandOver], by makers: [String: String]
  ) {
    let detail = Detail(content.detail)
    guard let place = found.firstIndex(where: { $0.id == detail.text("id") }) else { return }
    if content.action == "hand-over-returned" {
      found[place].returnedOn = detail.date("on")
    } else if makers[found[place].id] == content.actor, found[place].returnedOn == nil {
      found.remove(at: place)
    }
  }

  private static func handOver(_ content: EntryContent) -> HandOver? {
    let detail = Detail(content.detail)
    guard content.action == Action.handOver.rawValue, let id = detail.text("id"),
      let contractor = detail.contractor, let purpose = content.purpose, let form = content.form,
      let file = detail.text("file"), let bytes = detail.count("bytes"), let on = detail.date("on"),
      let returnBy = detail.date("return_by")
    else { return nil }
    return HandOver(
      id: id, contractor: contractor, purpose: PurposeID(purpose), form: FormCopyID(form),
      file: file, bytes: bytes, people: content.count ?? 0, on: on, returnBy: returnBy)
  }
}
