internal import People
internal import Rules

/// What is asked for, and how it is verified, by the rules in force on the day of the notice.
struct NoticeVerification {
  private let rules: IdentityRules
  private let date: CalendarDate
  private let subjects: SubjectSet
  private let kind: PersonKind

  /// So many examples of papers are named.
  private static let exampleLimit = 6

  init(_ rules: IdentityRules, of kind: PersonKind, _ subjects: SubjectSet, on date: CalendarDate) {
    self.rules = rules
    self.date = date
    self.subjects = subjects
    self.kind = kind
  }

  /// Whom the employee verifies in one paragraph, then whoever the employer does.
  var blocks: [NoticeBlock] {
    let duties = parties.compactMap { party in
      rules.duties.first { $0.id == party && $0.inForce.contains(date) }
    }
    return employees(duties.filter { $0.verifier == .employee })
      + duties.filter { $0.verifier == .employer }.flatMap(employers)
  }

  /// The parties for whom the numbers are handed over; those verified alike by the employee once.
  private var parties: [IdentityDuty.Party] {
    guard kind == .family else { return [.oneself] }
    let taxed = SubjectSet([.taxSpouse, .taxDependent, .taxDependentUnder16])
    var parties: [IdentityDuty.Party] = []
    if !subjects.isDisjoint(with: taxed) { parties.append(.taxDependent) }
    if subjects.contains(SubjectSet(.healthDependent)) { parties.append(.healthDependent) }
    if subjects.contains(SubjectSet(.careFamily)) { parties.append(.careFamily) }
    if subjects.contains(SubjectSet(.category3Spouse)) { parties.append(.category3Spouse) }
    if subjects.contains(SubjectSet(.heir)) { parties.append(.heir) }
    return parties
  }

  private func employees(_ duties: [IdentityDuty]) -> [NoticeBlock] {
    guard !duties.isEmpty else { return [] }
    let whose = duties.map { Self.name(of: $0.id) }.joined(separator: "、")
    let excepted = parties.contains(.category3Spouse) ? Self.exceptCategory3 : ""
    return [.paragraph(whose + Self.employeesDuty + excepted + Self.articles(of: duties))]
  }

  private func employers(_ duty: IdentityDuty) -> [NoticeBlock] {
    let (asked, papers) =
      duty.id == .category3Spouse ? (Self.category3, agentsPapers) : (Self.ownPapers, papers)
    return [.paragraph(asked + Self.articles(of: [duty])), .items(papers)]
  }

  private static func articles(of duties: [IdentityDuty]) -> String {
    "（\(duties.flatMap(\.citations).map(\.description).joined(separator: "、"))）"
  }

  private static let ownPapers =
    "個人番号とともに、本人確認（番号確認と身元確認）のため、次の書類をお示しください。"
  private static let employeesDuty =
    "の本人確認は、従業員ご本人に行っていただきます。当方がその本人確認書類の提示を求めることはありません。"
  private static let exceptCategory3 = "ただし、次の国民年金第3号被保険者に関する届出のためのものを除きます。"
  private static let category3 =
    "国民年金第3号被保険者に関する届出は配偶者ご本人が当方を経由して行うものですので、本人確認は当方が行います。"
    + "従業員が配偶者の代理人として提供するときは、次の書類をお示しください。"

  private static func name(of party: IdentityDuty.Party) -> String {
    switch party {
    case .taxDependent: "税法上の配偶者・扶養親族"
    case .healthDependent: "健康保険の被扶養者"
    case .careFamily: "介護休業の対象となるご家族"
    case .oneself, .category3Spouse, .heir, .transferred: "ご本人"
    }
  }

  /// What the employee shows as the agent of a spouse: the power, who the agent is, the number
  /// (番号法施行令12条2項).
  private var agentsPapers: [String] {
    [
      "代理権の確認書類として \(names(.mandate))",
      "代理人である従業員の身元確認書類として \(names(.card))、\(names(.photo, upTo: Self.exampleLimit)) "
        + "などのいずれか1点。" + Self.known,
      "配偶者の番号確認書類として、\(agentsNumberPapers)のいずれか（写しでも差し支えありません）",
      "配偶者ご本人が直接提供するときは、配偶者ご本人の \(names(.card))（1点で足ります）、"
        + "又は番号確認書類と身元確認書類",
      Self.validity,
    ]
  }

  /// Papers by which an agent proves the person's number (番号法施行規則8条).
  private var agentsNumberPapers: String {
    let uses = rules.rules.filter { rule in
      rule.proves == [.number] && rule.providers.contains(.employee)
        && rule.channels.contains(.inPerson) && rule.residences.contains(.japan)
        && rule.facts.isEmpty && rule.inForce.contains(date)
    }.flatMap { $0.needs.flatMap(\.anyOf.members) }
    return uses.map { names($0) }.joined(separator: "、")
  }

  /// The papers, the shortest way first.
  private var papers: [String] {
    var papers = ["\(names(.card))（いずれか1点で番号確認と身元確認が済みます）"]
    let electronic = names(.electronicCard)
    if !electronic.isEmpty { papers.append(electronic + Self.received) }
    papers += [
      "カードがない場合は、番号確認書類として \(numberPapers) のいずれかと、身元確認書類として "
        + "\(names(.photo, upTo: Self.exampleLimit)) などの写真付き書類1点",
      "写真付き書類が困難な場合は、身元確認書類として \(names(.nonPhoto, upTo: Self.exampleLimit)) などから2点",
    ]
    if kind == .employee || kind == .officer { papers.append(Self.known) }
    papers.append("\(names(.refused))では、本人確認ができません")
    papers.append(Self.validity)
    return papers
  }

  private static let received =
    "（当方が国の提供又は認定したソフトウェアで受信し検証できるときに限り、これだけで番号確認と身元確認が済みます）"
  private static let validity = "有効期限のある書類は、お示しいただく日に有効なものに限ります"
  private static let known =
    "採用時などに身元確認を済ませた方が対面で提供するときは、身元確認書類を省略できることがあります"

  /// Papers that prove the number, each with what must be true of it.
  private var numberPapers: String {
    let uses: [IdentityDocument.Use] = [.number, .notificationCard]
    return rules.documents.filter { document in
      uses.contains(where: { document.uses.contains($0) }) && document.inForce.contains(date)
    }.map { document in
      let asked = rules.questions.filter { document.facts.contains($0.id) }.map(\.ja)
      return document.ja
        + (asked.isEmpty ? "" : "（条件: \(asked.map { $0 + "こと" }.joined(separator: "、"))）")
    }.joined(separator: "、")
  }

  private func names(_ use: IdentityDocument.Use, upTo limit: Int = .max) -> String {
    rules.documents.filter { $0.uses.contains(use) && $0.inForce.contains(date) }
      .prefix(limit).map(\.ja).joined(separator: "、")
  }
}
