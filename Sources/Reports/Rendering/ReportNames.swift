internal import Auditing
internal import Rules

/// The words for identifiers: from the policy for purposes, forms and roles, from the log for users.
struct ReportNames: Hashable, Sendable {
  private var purposes: [String: Words] = [:]
  private var forms: [String: Words] = [:]
  private var roles: [String: Words] = [:]
  private var identity: [String: Words] = [:]
  /// Users' names by id.
  var users: [String: String] = [:]

  /// No words at all: identifiers stand for themselves.
  init() {}

  init(_ policy: Policy) {
    for purpose in policy.purposes { purposes[purpose.id.rawValue] = Words(purpose.ja, purpose.en) }
    for form in policy.forms { forms[form.id.rawValue] = Words(form.ja, form.en) }
    for role in policy.roles { roles[role.id.rawValue] = Words(role.ja, role.en) }
    for rule in policy.identity.rules { identity[rule.id] = Words(rule.ja, rule.en) }
    purposes["roster"] = Words("名簿（氏名・住所等）", "roster (names, addresses)")
    purposes["evidence"] = Words("本人確認の記録", "evidence of identity")
  }

  /// The policy's words, and the log's names of users.
  init(_ policy: Policy, _ trail: AuthorityTrail) {
    self.init(policy)
    users = trail.names
  }

  /// A purpose, or a compartment.
  func purpose(_ id: String?) -> ReportCell {
    guard let id, let key = ContractorKey(name: id), let words = purposes[key.purpose.rawValue]
    else { return Self.cell(id, in: purposes) }
    let contractor = key.contractor.text
    return .word(
      id: id, Words("\(words.ja)（委託先 \(contractor)）", "\(words.en), shared with \(contractor)"))
  }
  func form(_ id: String?) -> ReportCell { Self.cell(id, in: forms) }
  func role(_ id: String) -> ReportCell { Self.cell(id, in: roles) }

  /// The rules by which somebody was verified, joined by `+`; the id if one is unknown.
  func rules(_ joined: String) -> ReportCell {
    let names = joined.split(separator: "+").map { identity[String($0)] }
    let known = names.compactMap(\.self)
    guard !known.isEmpty, known.count == names.count else { return .text(joined) }
    return .word(
      id: joined,
      Words(
        known.map(\.ja).joined(separator: "＋"), known.map(\.en).joined(separator: " + ")))
  }

  /// The roles that an entry joins with `+`.
  func roles(_ joined: String?) -> ReportCell {
    guard let joined, !joined.isEmpty else { return .empty }
    return .list(joined.split(separator: "+").map { role(String($0)) })
  }

  func user(_ id: String?) -> ReportCell {
    guard let id else { return .empty }
    if id == "recovery" { return .word(id: id, Words("復旧ファイル", "recovery file")) }
    if id == "unknown" { return .word(id: id, Words("（不明）", "(unknown)")) }
    guard let name = users[id] else { return .text(id) }
    return .word(id: id, Words("\(name) (\(id))", "\(name) (\(id))"))
  }

  func recipient(_ id: String?) -> ReportCell {
    guard let id else { return .empty }
    if id == EntrustmentUse.recipient { return .word(id: id, Words("委託先", "contractor")) }
    return Recipient(rawValue: id).map { .word(id: id, $0.words) } ?? .text(id)
  }

  private static func cell(_ id: String?, in words: [String: Words]) -> ReportCell {
    guard let id else { return .empty }
    return words[id].map { .word(id: id, $0) } ?? .text(id)
  }
}

extension Recipient {
  var words: Words {
    switch self {
    case .taxOffice: Words("税務署", "tax office")
    case .municipality: Words("市区町村", "municipality")
    case .pensionOffice: Words("年金事務所・健康保険組合", "pension office or health insurance society")
    case .helloWork: Words("公共職業安定所", "Hello Work")
    case .financialInstitution: Words("金融機関", "financial institution")
    case .employer: Words("自社（受理・保管）", "the employer itself")
    case .person: Words("本人", "the person")
    }
  }
}
