internal import People

/// Goes through the rules for one case.
struct IncidentTrial {
  let question: IncidentCase
  /// What is left of the harms once those outside of the duty are taken away.
  let harms: CaseSet<IncidentHarm>
  let exclusions: [IncidentReason]

  init(_ question: IncidentCase) {
    self.question = question
    var harms = question.harms
    var exclusions: [IncidentReason] = []
    for (harm, reason) in Self.outside(question) where harms.contains(harm) {
      harms = harms.subtracting([harm])
      if !exclusions.contains(reason) { exclusions.append(reason) }
    }
    self.harms = harms
    self.exclusions = exclusions
  }

  // MARK: What is outside of the duty

  private static func outside(_ question: IncidentCase) -> [(IncidentHarm, IncidentReason)] {
    var outside: [(IncidentHarm, IncidentReason)] = []
    if question.isRecoveredUnseen { outside.append((.leak, recovered)) }
    if question.isLawfulDeletion { outside.append((.loss, deleted)) }
    if question.hasCopy { outside += [(.loss, copied), (.damage, copied)] }
    // Who used a number could read it, so encryption does not speak of use.
    if let protection = question.protection, protection.missing.isEmpty {
      outside += [(.leak, encrypted), (.loss, encrypted), (.alteration, encrypted)]
      outside.append((.provision, encrypted))
      if !question.isKeyLost { outside.append((.damage, encrypted)) }
    }
    return outside
  }

  private static let recovered = IncidentReason(
    "recovered-unseen", "第三者に閲覧される前に全てを回収したので、漏えいに当たらない",
    "all of it came back before anybody saw it: no leak", "番号法ガイドライン別添2-1A")
  private static let deleted = IncidentReason(
    "lawful-deletion", "法令に従った廃棄・削除なので、滅失に当たらない", "deleted as the law has it: no loss",
    "番号法ガイドライン別添2-1B")
  private static let copied = IncidentReason(
    "copy-remains", "同じ内容が他に保管されているので、滅失・毀損に当たらない",
    "the same is kept elsewhere: neither loss nor damage",
    "番号法ガイドライン別添2-1B", "番号法ガイドライン別添2-1C")
  private static let encrypted = IncidentReason(
    "encrypted", "高度な暗号化等の措置を講じたものなので、報告の対象から除かれる",
    "under strong encryption: outside of what is reported",
    IncidentLaw.rule + "2条1号", "番号法ガイドラインQ&A17-14")

  // MARK: Items

  /// The items that apply, as known to whoever knew of the incident on `dayOne`.
  private func findings(_ dayOne: CalendarDate) -> [IncidentFinding] {
    IncidentItem.allCases.compactMap { item in
      since(item, dayOne).map { IncidentFinding(item: item, since: $0) }
    }
  }

  private func since(_ item: IncidentItem, _ dayOne: CalendarDate) -> CalendarDate? {
    guard concerns(item) else { return nil }
    if item.isWrongful { return wrongfulOn(dayOne) }
    return item.countsPeople ? crossedOn(dayOne) : dayOne
  }

  private func concerns(_ item: IncidentItem) -> Bool {
    switch item {
    case .network: hasLeak && question.system == .network
    case .userAffairs: hasLeak && question.system == .userAffairs
    case .publicBody: hasLeak && question.system == .publicBody
    case .seenByMany: question.isOpenToMany && harms.contains(.leak)
    case .wrongfulLeak, .leakOfMany: hasLeak
    case .wrongfulUse, .useOfMany: harms.contains(.use)
    case .wrongfulProvision, .provisionOfMany: harms.contains(.provision)
    }
  }

  private var hasLeak: Bool { !harms.isDisjoint(with: CaseSet(IncidentHarm.leakAndTheLike)) }

  /// The day on which a wrongful purpose was likely; nil if it is not.
  private func wrongfulOn(_ dayOne: CalendarDate) -> CalendarDate? {
    if question.cause.isWrongful { return dayOne }
    return question.wrongfulOn.map { max(dayOne, $0) }
  }

  /// The day on which the count was first above a hundred (guideline, annex 2, 3 B); nil if it never was.
  private func crossedOn(_ dayOne: CalendarDate) -> CalendarDate? {
    if question.people > IncidentLaw.people { return dayOne }
    return question.recounts.first { $0.people > IncidentLaw.people }.map { max(dayOne, $0.on) }
  }

  // MARK: Duties

  var duties: [IncidentDuty] {
    var duties: [IncidentDuty] = []
    if let day = question.employerKnewOn {
      duties.append(duty(.employer, day, exemption: nil))
    }
    if let contractor = question.contractor {
      duties.append(duty(.contractor, contractor.knownOn, exemption: toldInTime(contractor)))
    }
    return duties
  }

  private func duty(
    _ party: IncidentParty, _ dayOne: CalendarDate, exemption: IncidentReason?
  ) -> IncidentDuty {
    let findings = findings(dayOne)
    var clocks = exemption == nil ? self.clocks(findings) : []
    if party == .contractor, question.contractor?.toldOn == nil, let first = first(findings) {
      clocks.insert(.tellEmployer(first), at: 0)
    }
    return IncidentDuty(
      party: party, knownOn: dayOne, exemption: findings.isEmpty ? nil : exemption,
      findings: findings, clocks: clocks)
  }

  private func toldInTime(_ contractor: IncidentContractor) -> IncidentReason? {
    guard let told = contractor.toldOn, told <= lastPromptDay(of: contractor) else { return nil }
    return IncidentReason(
      "told-employer", "委託元に速やかに通知したので、委託先の報告と本人への通知は要しない",
      "the employer was told promptly, so the contractor need neither report nor notify",
      IncidentLaw.report + "ただし書", IncidentLaw.notice, IncidentLaw.rule + "4条")
  }

  /// The last day on which the contractor tells promptly: its duty begins with what makes it
  /// reportable, be it a later count.
  func lastPromptDay(of contractor: IncidentContractor) -> CalendarDate {
    let dayOne = first(findings(contractor.knownOn)) ?? contractor.knownOn
    return IncidentLaw.day(IncidentLaw.firstReport.upperBound, from: dayOne)
  }

  private func first(_ findings: [IncidentFinding]) -> CalendarDate? {
    findings.map(\.since).min()
  }

  private func clocks(_ findings: [IncidentFinding]) -> [IncidentClock] {
    guard let first = first(findings) else { return [] }
    return [.firstReport(first), finalReport(findings, first)]
  }

  /// Sixty days where item 2 applies, also beside others; but a report that was due before anything
  /// wrongful was suspected stays due.
  private func finalReport(
    _ findings: [IncidentFinding], _ first: CalendarDate
  ) -> IncidentClock {
    let thirty = IncidentClock.finalReport(first, isWrongful: false)
    guard let wrongful = findings.filter(\.item.isWrongful).map(\.since).min(),
      wrongful <= thirty.due
    else { return thirty }
    return .finalReport(first, isWrongful: true)
  }
}
