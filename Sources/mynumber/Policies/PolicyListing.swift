import MyNumberKit

/// A policy's purposes, form copies and roles, as rows.
struct PolicyListing {
  private(set) var listing = Listing([
    .init("kind", "Kind", "種類", isWord: true), .init("id", "Id", "ID"), .init("name", "Name", "名称"),
    .init("refers", "Purposes or keys", "利用目的・鍵"), .init("recipient", "Recipient", "提供先"),
    .init("articles", "Articles", "根拠"),
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

  private mutating func add(
    _ kind: String, _ id: String, _ name: String, refers: [String] = [], recipient: String = "",
    articles: [Citation] = []
  ) {
    listing.rows.append([
      kind, id, name, refers.joined(separator: "; "), recipient,
      articles.map(\.description).joined(separator: "; "),
    ])
  }
}
