internal import Auditing
internal import JSON
internal import People

extension LoggedEvent {
  init(_ entry: Entry) {
    let content = entry.content
    self.entry = entry.index
    time = entry.time
    action = content.action
    user = content.actor
    outcome = content.outcome
    aboutUser = content.authority?.aboutUser
    subject = content.authority?.aboutKey ?? content.purpose
    person = content.person
    form = content.form
    recipient = content.recipient
    article = content.article
    count = content.count
    reason = content.reason
    details = Self.details(of: content)
  }

  private static func details(of content: EntryContent) -> [String] {
    // How a file system numbers a file tells nobody anything.
    let names = content.detail.keys.filter { $0 != "inode" }
    var details = names.sorted(by: precedes).map { name in
      "\(name)=\(text(content.detail[name] ?? .null))"
    }
    if let rule = content.rule { details.append("rule=\(rule)") }
    if let abandoned = content.checkpoint { details.append("abandoned=\(size(of: abandoned))") }
    return details
  }

  /// A string as it is, anything else as canonical JSON.
  private static func text(_ value: CanonicalValue) -> String {
    if case .string(let text) = value { return text }
    return String(decoding: value.encoded(), as: UTF8.self)
  }

  /// The size of a log that a restore abandoned.
  private static func size(of checkpoint: String) -> String {
    guard let signed = try? SignedCheckpoint(parsing: Array(checkpoint.utf8)) else { return "?" }
    return "\(signed.checkpoint.size)"
  }

  /// The columns of a register of events.
  static let columns: [ReportColumn] = [
    ReportColumn("time", "日時 (UTC)", "Time (UTC)"), .action, .user,
    ReportColumn("about", "対象の利用者", "About"), ReportColumn("subject", "対象", "Subject"),
    ReportColumn("person", "対象者", "Person"), .form, .recipient, .article, .outcome, .count,
    ReportColumn("reason", "内容", "Reason"), ReportColumn("detail", "詳細", "Detail"), .entries,
  ]

  func cells(_ names: ReportNames) -> [ReportCell] {
    [
      .text(time.iso), LogAction.cell(action), names.user(user), names.user(aboutUser),
      names.purpose(subject), .optional(person), names.form(form), names.recipient(recipient),
      .optional(article), outcome.cell, count.map(ReportCell.count) ?? .empty, .optional(reason),
      .list(details.map(ReportCell.text)), .entries(EntryRanges([entry])),
    ]
  }
}

extension AuthorityStatement {
  /// The id of the user whom it concerns.
  var aboutUser: String? {
    switch self {
    case .genesis(let genesis): genesis.administrator.id
    case .user(let user): user.id
    case .revoke(let user), .userKeys(let user, _), .grant(let user, _, _): user
    case .key, .keyEnd, .keyRetire, .contract, .policy, .approval: nil
    }
  }

  /// The key, or the policy's digest, that it concerns.
  var aboutKey: String? {
    switch self {
    case .key(let key): key.generation == 1 ? key.name : "\(key.name) (\(key.generation))"
    case .grant(_, let key, let generation): generation == 1 ? key : "\(key) (\(generation))"
    case .keyEnd(let key), .keyRetire(let key, _): key
    case .contract(let contract): contract.contractor
    case .policy(let digest): Hex.encode(digest)
    case .approval(let plan): Hex.encode(plan)
    case .genesis(let genesis): Hex.encode(genesis.policy)
    case .user(let user): user.roles.joined(separator: "+")
    case .revoke, .userKeys: nil
    }
  }
}
