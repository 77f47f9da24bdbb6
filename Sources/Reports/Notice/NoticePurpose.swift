internal import People
internal import Rules

/// One purpose of a notice: to whom it applies, its basis, and where the number goes.
struct NoticePurpose: Hashable, Sendable {
  /// Whom it is about; empty where the notice is about one sort of person alone.
  let people: String
  let name: String
  let basis: String
  /// The forms that bear the number, with those they go to.
  let forms: String

  init(_ purpose: Purpose, for subjects: SubjectSet, people: String, in policy: Policy) {
    self.people = people
    name = purpose.ja
    basis = purpose.basis.map(\.description).joined(separator: "、")
    forms = Self.forms(of: purpose, for: subjects, in: policy)
  }

  /// Recipients in the policy's order, each with its forms.
  private static func forms(
    of purpose: Purpose, for subjects: SubjectSet, in policy: Policy
  ) -> String {
    var recipients: [Recipient] = []
    var names: [Recipient: [String]] = [:]
    for form in policy.forms where form.purposes.contains(purpose.id) {
      guard !form.carries.isDisjoint(with: subjects) else { continue }
      if names[form.recipient] == nil { recipients.append(form.recipient) }
      names[form.recipient, default: []].append(form.ja)
    }
    return recipients.map { recipient in
      "\(recipient.noticeText)：\((names[recipient] ?? []).joined(separator: "、"))"
    }.joined(separator: "／")
  }
}

extension Recipient {
  /// To whom the number goes, as a notice says it.
  fileprivate var noticeText: String {
    switch self {
    case .employer: "当方で保管（税務署長の求めがあれば提出）"
    default: words.ja
    }
  }
}
