internal import Auditing
internal import JSON
internal import People
internal import Rules
internal import Sealing

extension Declaring {
  /// Writes what stands against a plan to the log, then throws the first of it.
  func refuse(_ plan: DeclarationPlan) throws(CustodyError) {
    guard let first = plan.lines.lazy.flatMap(\.refusals).first else { return }
    var contents: [EntryContent] = []
    for line in plan.lines {
      for refusal in line.refusals { contents.append(entry(refusal, of: line.code)) }
    }
    try session.record(contents)
    throw CustodyError(.refused(first))
  }

  private func entry(_ refusal: Refusal, of code: PersonCode) -> EntryContent {
    var content = session.entry(Action.declare.rawValue, outcome: .refused)
    content.person = code.text
    content.rule = refusal.rule
    content.article = refusal.article
    return content
  }

  /// Writes a batch of people in one commit, with the wraps that what they are told asks for.
  func write(
    _ drafts: [DeclarationDraft], _ wish: DeclarationWish, _ id: DeclarationID
  ) throws(CustodyError) {
    guard !drafts.isEmpty else { return }
    let widening = KeyWidening(drafts.flatMap(\.items), by: DeclarationRule(session: session))
    try widening.record()
    let transaction = try widening.begin()
    try widening.store(in: transaction, under: try batchEntry(of: drafts.count, wish, id))
    let writing = RecordWriting(session.vault)
    for draft in drafts {
      try writing.write(draft.record, of: draft.person, entry(draft, id), in: transaction)
    }
    try transaction.finish(signedBy: session.secrets.signer)
  }

  /// The entry of the batch; the notice's text is kept under the digest that it names.
  private func batchEntry(
    of count: Int, _ wish: DeclarationWish, _ id: DeclarationID
  ) throws(CustodyError) -> EntryContent {
    var content = session.entry("declare-batch")
    content.count = count
    content.declaration = id
    content.detail["method"] = .string(wish.method.english)
    content.detail["on"] = .string(wish.date.isoText)
    if let notice = wish.notice {
      content.detail["notice"] = .string(
        try KeptDocuments(session.vault).keep(notice.bytes, kind: KeptNotices.kind))
    }
    return content
  }

  private func entry(_ draft: DeclarationDraft, _ id: DeclarationID) -> EntryContent {
    var content = session.entry(Action.declare.rawValue)
    content.person = draft.record.code.text
    content.declaration = id
    content.detail["kind"] = .string(draft.record.kind.english)
    content.detail["purposes"] = .string(draft.told.map(\.rawValue).joined(separator: ","))
    guard !draft.items.isEmpty else { return content }
    content.touchesKeys = true
    content.version = draft.record.currentVersion
    return content
  }
}
