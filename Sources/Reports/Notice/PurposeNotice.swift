public import People
public import Rules

/// A notice of the purposes of use (利用目的通知書), for one person or for everybody of a kind.
///
/// Purposes, articles, recipients and papers come from the policy as it stands on the day of the
/// notice. It asks for nobody's consent, which would allow nothing (番号法30条2項).
public struct PurposeNotice: Sendable {
  public let sender: NoticeSender
  public let addressee: NoticeAddressee
  public let date: CalendarDate
  let purposes: [NoticePurpose]
  private let verification: NoticeVerification

  /// The general form for a kind of person.
  ///
  /// - Parameter purposes: Only these; nil for the policy's bundles.
  /// - Returns: nil when there is no purpose to tell such people of.
  public init?(
    to kind: PersonKind, from sender: NoticeSender, on date: CalendarDate,
    purposes: [PurposeID]? = nil, policy: Policy
  ) {
    self.init(
      NoticeAddressee(kind), sender, date, SubjectSet(Self.subjects(of: kind)), policy
    ) { bundle in
      purposes.map { wanted in (bundle.purposes + bundle.also).filter(wanted.contains) }
        ?? bundle.purposes
    }
  }

  /// The notice for one person.
  ///
  /// - Parameters:
  ///   - name: The person's name, if whoever makes the notice may see it.
  ///   - purposes: Only these; nil for the policy's bundle and what the person was told already.
  /// - Returns: nil when there is no purpose to tell the person of.
  public init?(
    to person: PersonRecord, name: String?, from sender: NoticeSender, on date: CalendarDate,
    purposes: [PurposeID]? = nil, policy: Policy
  ) {
    self.init(
      NoticeAddressee(person.kind, code: person.code, name: name), sender, date,
      SubjectSet(of: person), policy
    ) { bundle in
      let possible = bundle.purposes + bundle.also
      if let purposes { return possible.filter(purposes.contains) }
      return possible.filter {
        bundle.purposes.contains($0) || person.isKept(for: $0.rawValue)
      }
    }
  }

  private init?(
    _ addressee: NoticeAddressee, _ sender: NoticeSender, _ date: CalendarDate,
    _ subjects: SubjectSet, _ policy: Policy, _ chosen: (PurposeBundle) -> [PurposeID]
  ) {
    self.sender = sender
    self.addressee = addressee
    self.date = date
    var told: [PurposeID: SubjectSet] = [:]
    for bundle in policy.bundles where subjects.contains(SubjectSet(bundle.subject)) {
      for purpose in chosen(bundle) {
        told[purpose, default: []].formUnion(SubjectSet(bundle.subject))
      }
    }
    let isMixed = addressee.code == nil && addressee.kind == .family
    purposes = policy.purposes.compactMap { purpose in
      guard let people = told[purpose.id], purpose.inForce.contains(date) else { return nil }
      let names = isMixed ? people.subjects.map(\.noticeText).joined(separator: "、") : ""
      return NoticePurpose(purpose, for: people, people: names, in: policy)
    }
    let concerned = told.values.reduce(into: SubjectSet()) { $0.formUnion($1) }
    verification = NoticeVerification(
      policy.identity, of: addressee.kind, concerned, on: date)
    if purposes.isEmpty { return nil }
  }

  private static func subjects(of kind: PersonKind) -> [Subject] {
    switch kind {
    case .employee: [.employee]
    case .officer: [.officer]
    case .payee: [.payee]
    case .proprietor: [.proprietor]
    case .family:
      [
        .taxSpouse, .taxDependent, .taxDependentUnder16, .healthDependent, .category3Spouse,
        .careFamily,
      ]
    }
  }

  /// What it is called.
  public static let title = "個人番号の利用目的通知書"

  // MARK: The text, for both forms

  var blocks: [NoticeBlock] {
    [.paragraph(opening), .heading("1　利用目的"), table, .paragraph(Self.limits)]
      + [.heading("2　お願いする書類と本人確認")] + verification.blocks
      + [.heading("3　保管と廃棄"), .paragraph(Self.retention)]
      + [.heading("4　お問い合わせ先"), .paragraph(inquiries)]
  }

  private var opening: String {
    "\(sender.name)（以下「当方」といいます。）は、行政手続における特定の個人を識別するための番号の利用等に関する法律"
      + "（番号法）14条1項に基づき、次の事務のために個人番号の提供を求めます。その利用目的を、個人情報の保護に関する法律"
      + "21条に基づき、次のとおり通知し、明示します。"
  }

  private var table: NoticeBlock {
    let isMixed = purposes.contains { !$0.people.isEmpty }
    var columns: [(title: String, parts: Double)] = [
      ("利用目的", 0.24), ("根拠", 0.28), ("提供先と書類", 0.48),
    ]
    guard isMixed else {
      return .table(columns: columns, rows: purposes.map { [$0.name, $0.basis, $0.forms] })
    }
    columns = [("対象", 0.2), ("利用目的", 0.2), ("根拠", 0.22), ("提供先と書類", 0.38)]
    return .table(
      columns: columns, rows: purposes.map { [$0.people, $0.name, $0.basis, $0.forms] })
  }

  private static let limits =
    "これらの範囲を超えて個人番号を利用し、又は提供することはありません。ご本人の同意があっても同じです"
    + "（番号法9条4項、19条、30条2項）。翌年以降も継続する同じ事務と、再雇用後の同じ事務は、この利用目的に含まれます。"

  private static let retention =
    "個人番号は、上の事務を処理するため必要な間と、個人番号を記載した書類の法定の保存期間に限って保管し、"
    + "その後はできるだけ速やかに廃棄又は削除します（番号法20条）。"

  private var inquiries: String {
    [sender.name, sender.contact, sender.address, "電話 \(sender.telephone)"]
      .compactMap(\.self).joined(separator: "　")
  }
}

extension Subject {
  /// Whom it means, as a notice says it.
  fileprivate var noticeText: String {
    switch self {
    case .employee: "従業員"
    case .officer: "役員"
    case .proprietor: "事業主"
    case .payee: "支払先"
    case .taxSpouse: "税法上の配偶者"
    case .taxDependent: "扶養親族"
    case .taxDependentUnder16: "16歳未満の扶養親族"
    case .healthDependent: "健康保険の被扶養者"
    case .category3Spouse: "国民年金第3号被保険者の配偶者"
    case .careFamily: "介護休業の対象家族"
    case .heir: "相続人"
    }
  }
}
