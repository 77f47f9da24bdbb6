import MyNumberKit

/// A policy's purposes, form copies and roles, as rows.
struct PolicyListing {
  private(set) var listing = Listing([
    .init("kind", "Kind", "種類", isWord: true), .init("id", "Id", "ID"), .init("name", "Name", "名称"),
    .init("refers", "Purposes or keys", "利用目的・鍵"), .init("recipient", "Recipient", "提供先"),
    .init("period", "Kept", "保存期間"), .init("set_by", "Set by", "定めた者", isWord: true),
    .init("in_force", "In force", "施行期間"), .init("articles", "Articles", "根拠"),
  ])

  init(_ policy: Policy) {
    add("policy", policy.digestHex, "")
    for purpose in policy.purposes {
      add(
        "purpose", purpose.id.rawValue, Message(purpose.en, purpose.ja).text,
        articles: purpose.basis)
    }
    for form in policy.forms {
      add(
        "form", form.id.rawValue, Message(form.en, form.ja).text,
        refers: form.purposes.map(\.rawValue), recipient: form.recipient.rawValue,
        articles: form.citations)
    }
    addRetention(policy)
    for role in policy.roles {
      add("role", role.id.rawValue, Message(role.en, role.ja).text, refers: role.keys)
    }
    for clause in policy.entrustment.clauses {
      add(
        "clause", clause.id.rawValue, Message(clause.en, clause.ja).text,
        articles: clause.citations)
    }
    for mapping in policy.mappings {
      add("mapping", mapping.id, Message(mapping.en, mapping.ja).text)
    }
    for question in policy.questions {
      add(
        "open-question", question.id, Message(question.en, question.ja).text,
        articles: question.citations)
    }
  }

  /// The documents with their periods, and what the employer chose beside them.
  private mutating func addRetention(_ policy: Policy) {
    for rule in policy.retention.documents {
      add(
        "document", rule.id, Message(rule.en, rule.ja).text, refers: [rule.purpose.rawValue],
        period: Message.period(rule).text, setBy: rule.setBy.rawValue,
        inForce: Message.inForce(rule.inForce).text, articles: rule.citations)
    }
    add(
      "retention", "overdue_after", Message.overdueAfter.text,
      period: Message.period(policy.retention.overdueRule).text, setBy: "employer")
    add(
      "retention", "last_pay_months", Message.lastPayMonths.text,
      period: Message.months(policy.retention.lastPayMonths).text, setBy: "employer")
    add(
      "retention", "exported_files", Message.exportedFilesKept.text,
      period: Message.days(policy.exportedFiles.days).text, setBy: "employer",
      articles: policy.exportedFiles.citations)
    add(
      "retention", "purge_approval", Message.purgeApproval.text,
      period: Message.purgeApproval(policy.purgeApproval).text, setBy: "employer")
  }

  private mutating func add(
    _ kind: String, _ id: String, _ name: String, refers: [String] = [], recipient: String = "",
    period: String = "", setBy: String = "", inForce: String = "", articles: [Citation] = []
  ) {
    listing.rows.append([
      kind, id, name, refers.joined(separator: "; "), recipient, period, setBy, inForce,
      articles.map(\.description).joined(separator: "; "),
    ])
  }
}
