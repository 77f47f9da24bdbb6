/// What a decision asks about a form copy, ready for use.
struct FormRule: Sendable {
  let id: FormCopyID
  let purposes: [PurposeID]
  let carries: SubjectSet
  let recipient: Recipient
  let article: String
  let inForce: InForce

  init(_ form: FormCopy) {
    id = form.id
    purposes = form.purposes
    carries = form.carries
    recipient = form.recipient
    article = form.article19Item.map { "番号法19条\($0)号" } ?? "番号法19条"
    inForce = form.inForce
  }
}
