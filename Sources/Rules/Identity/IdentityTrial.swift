internal import People

/// One case held against the rules of its provider and its channel.
struct IdentityTrial {
  let rules: IdentityRules
  let identity: IdentityCase
  private let assumesDates: Bool
  // Sets of one, made once: rules are asked by the dozen.
  private let residence: CaseSet<IdentityRule.Residence>
  private let kind: CaseSet<PersonKind>
  private static let power: CaseSet<IdentityProof> = [.power]
  private static let number: CaseSet<IdentityProof> = [.number]
  private static let person: CaseSet<IdentityProof> = [.identity]
  private static let refused: CaseSet<IdentityDocument.Use> = [.refused]
  private var shown: [Shown] = []
  private var refusals: [IdentityGap] = []
  private var unknown: [IdentityGap] = []

  /// A document that the policy knows.
  private struct Shown {
    let place: Int
    let owner: ShownDocument.Owner
    let isCopy: Bool
    let isVouched: Bool
    /// What is wrong with it on the day.
    let defects: [IdentityShortfall]
  }

  /// What comes of the trial.
  struct Finding {
    var state: VerificationState
    var citations: [Citation] = []
    var gaps: [IdentityGap] = []
    var facts: CaseSet<IdentityFact> = []

    mutating func cite(_ articles: [Citation]) {
      for article in articles where !citations.contains(article) { citations.append(article) }
    }
  }

  /// What is not asked of a rule, to find the one that came nearest.
  private struct Leniency: OptionSet {
    let rawValue: UInt8
    static let facts = Leniency(rawValue: 1)
    static let copies = Leniency(rawValue: 2)
    static let defects = Leniency(rawValue: 4)
    static let date = Leniency(rawValue: 8)
    static let residence = Leniency(rawValue: 16)
    static let kind = Leniency(rawValue: 32)
    static let documents: Leniency = [.facts, .copies, .defects]
  }

  init(_ rules: IdentityRules, _ identity: IdentityCase, assumesDates: Bool) {
    self.rules = rules
    self.identity = identity
    self.assumesDates = assumesDates
    residence = [identity.residence]
    kind = [identity.kind]
    for (place, document) in identity.documents.enumerated() { take(document, at: place + 1) }
  }

  // MARK: The finding

  func finding() -> Finding {
    let power = identity.provider.isAgent ? rule(proving: .power) : nil
    let number = rule(proving: .number)
    let person = rule(proving: .identity)
    var missing = unknown
    if identity.provider.isAgent, power == nil { add(gaps(of: .power), to: &missing) }
    if number == nil { add(gaps(of: .number), to: &missing) }
    if person == nil { add(gaps(of: .identity), to: &missing) }
    let start = Unverified()
    guard let number, unknown.isEmpty else {
      return Finding(state: .unverified(start), gaps: missing)
    }
    let proved = start.provingNumber(by: rules.rules[number], on: identity.date)
    guard let person, missing.isEmpty else {
      return Finding(state: .numberProved(proved), gaps: missing)
    }
    return complete(
      proved.provingIdentity(
        by: rules.rules[person], power: power.map { rules.rules[$0] }))
  }

  private func complete(_ verified: Verified) -> Finding {
    var finding = Finding(state: .verified(verified))
    for rule in verified.rules {
      finding.cite(rule.citations.on(identity.date))
      finding.facts.formUnion(facts(of: rule))
    }
    if identity.channel == .byPost { finding.cite(rules.postCitations.on(identity.date)) }
    return finding
  }

  private func add(_ found: [IdentityGap], to gaps: inout [IdentityGap]) {
    for gap in found where !gaps.contains(gap) { gaps.append(gap) }
  }

  // MARK: Rules that are met

  private func rule(proving proof: IdentityProof) -> Int? {
    let wanted = Self.wanted(proof)
    return rules.route(identity.provider, identity.channel).first {
      isMet($0, wanted, by: identity.channel, [])
    }
  }

  private static func wanted(_ proof: IdentityProof) -> CaseSet<IdentityProof> {
    switch proof {
    case .power: power
    case .number: number
    case .identity: person
    }
  }

  private func candidates(
    for proof: IdentityProof, by channel: IdentityChannel, _ leniency: Leniency
  ) -> [Int] {
    let wanted = Self.wanted(proof)
    return rules.route(identity.provider, channel).filter {
      isMet($0, wanted, by: channel, leniency)
    }
  }

  private func isMet(
    _ place: Int, _ wanted: CaseSet<IdentityProof>, by channel: IdentityChannel,
    _ leniency: Leniency
  ) -> Bool {
    !rules.rules[place].proves.isDisjoint(with: wanted)
      && isMet(rules.rules[place], by: channel, leniency)
  }

  private func isMet(
    _ rule: IdentityRule, by channel: IdentityChannel, _ leniency: Leniency
  ) -> Bool {
    guard leniency.contains(.date) || rule.inForce.contains(identity.date),
      leniency.contains(.residence) || !rule.residences.isDisjoint(with: residence),
      leniency.contains(.kind) || rule.kinds.isEmpty || !rule.kinds.isDisjoint(with: kind),
      leniency.contains(.facts) || rule.facts.isSubset(of: identity.holding)
    else { return false }
    return rule.needs.allSatisfy { need in
      documents(for: need, of: rule, by: channel, leniency).count >= need.count
    }
  }

  /// The documents that count towards a need.
  private func documents(
    for need: IdentityRule.Need, of rule: IdentityRule, by channel: IdentityChannel,
    _ leniency: Leniency
  ) -> [Shown] {
    shown.filter { document in
      !rules.documents[document.place].uses.isDisjoint(with: need.anyOf)
        && isOwned(document, for: rule)
        && (leniency.contains(.defects) || document.defects.isEmpty)
        && (leniency.contains(.copies) || !needsOriginal(document, for: rule, by: channel))
        && (leniency.contains(.facts) || openFacts(of: document).isEmpty)
    }
  }

  private func needsOriginal(
    _ document: Shown, for rule: IdentityRule, by channel: IdentityChannel
  ) -> Bool { document.isCopy && channel == .inPerson && !rule.takesCopies }

  /// The number is the person's; the identity is whoever hands it over.
  private func isOwned(_ document: Shown, for rule: IdentityRule) -> Bool {
    if !rule.proves.isDisjoint(with: Self.number) { return document.owner == .person }
    if !rule.proves.isDisjoint(with: Self.power) || !identity.provider.isAgent {
      return identity.provider.isAgent || document.owner == .person
    }
    return document.owner == .agent
  }

  private func openFacts(of document: Shown) -> CaseSet<IdentityFact> {
    document.isVouched
      ? [] : rules.documents[document.place].facts.subtracting(identity.holding)
  }

  private func facts(of rule: IdentityRule) -> CaseSet<IdentityFact> {
    var facts = rule.facts
    for document in nearest(rule, by: identity.channel) {
      facts.formUnion(rules.documents[document.place].facts)
    }
    return facts
  }

  // MARK: What is missing

  /// The gaps of a proof that no rule gives: those of the rule that came nearest.
  private func gaps(of proof: IdentityProof) -> [IdentityGap] {
    for leniency in [.facts, [.facts, .copies], .documents] as [Leniency] {
      let found = candidates(for: proof, by: identity.channel, leniency)
        .map { gaps(of: rules.rules[$0]) }
      if let fewest = found.min(by: { $0.count < $1.count }) { return fewest }
    }
    return gapOfRule(proof) ?? gapOfChannel(proof) ?? gapOfDocuments(proof)
  }

  /// What a rule lacks whose papers are all there.
  private func gaps(of rule: IdentityRule) -> [IdentityGap] {
    let citations = rule.citations.on(identity.date)
    var gaps: [IdentityGap] = []
    for document in nearest(rule, by: identity.channel) {
      let known = rules.documents[document.place]
      for defect in document.defects {
        gaps.append(IdentityGap(shortfall: defect, citations: known.citations))
      }
      if needsOriginal(document, for: rule, by: identity.channel) {
        gaps.append(IdentityGap(shortfall: .originalNeeded(id: known.id), citations: citations))
      }
      gaps += questions(openFacts(of: document), known.citations)
    }
    return gaps + questions(rule.facts.subtracting(identity.holding), citations)
  }

  private func questions(
    _ facts: CaseSet<IdentityFact>, _ citations: [Citation]
  ) -> [IdentityGap] {
    facts.members.map { fact in
      let isDenied = identity.failing.contains(fact)
      return IdentityGap(
        shortfall: isDenied ? .factFails(fact) : .factNotStated(fact), citations: citations)
    }
  }

  /// As many documents as each need asks for, the best first.
  private func nearest(_ rule: IdentityRule, by channel: IdentityChannel) -> [Shown] {
    var chosen: [Shown] = []
    for need in rule.needs {
      let found = documents(for: need, of: rule, by: channel, .documents)
      let ranked = found.enumerated().sorted {
        (faults($0.element, rule), $0.offset) < (faults($1.element, rule), $1.offset)
      }
      chosen += ranked.prefix(need.count).map(\.element)
    }
    return chosen
  }

  private func faults(_ document: Shown, _ rule: IdentityRule) -> Int {
    document.defects.count + openFacts(of: document).members.count
      + (needsOriginal(document, for: rule, by: identity.channel) ? 1 : 0)
  }

  /// A rule for another day, another residence or another kind of person.
  private func gapOfRule(_ proof: IdentityProof) -> [IdentityGap]? {
    func nearest(_ leniency: Leniency) -> IdentityRule? {
      candidates(for: proof, by: identity.channel, [.documents, leniency]).first
        .map { rules.rules[$0] }
    }
    if let rule = nearest(.date) {
      let first = rule.inForce.from.map { max($0, identity.date) } ?? identity.date
      let day = rule.inForce.until.map { min($0, first) } ?? first
      return [gap(.ruleNotInForce(id: rule.id), rule.citations.on(day))]
    }
    if nearest(.residence) != nil { return [gap(.notForResidence, rules.abroadCitations)] }
    if let rule = nearest(.kind) {
      return [gap(.notForKind, rule.citations.on(identity.date))]
    }
    return nil
  }

  private func gapOfChannel(_ proof: IdentityProof) -> [IdentityGap]? {
    // A call confirms what is on record; it is no way to send papers.
    for channel in IdentityChannel.allCases
    where channel != identity.channel && channel != .telephone {
      guard let place = candidates(for: proof, by: channel, .documents).first else { continue }
      return [gap(.channel, rules.rules[place].citations.on(identity.date))]
    }
    return nil
  }

  private func gapOfDocuments(_ proof: IdentityProof) -> [IdentityGap] {
    switch proof {
    case .power: return [generic(.power, proof, count: 1)]
    case .number:
      return refusals.isEmpty ? [generic(.numberDocument, proof, count: 1)] : refusals
    case .identity:
      let owner: ShownDocument.Owner = identity.provider.isAgent ? .agent : .person
      let hasPaper = shown.contains {
        $0.owner == owner && rules.documents[$0.place].uses.contains(.nonPhoto)
      }
      let needed = hasPaper ? 2 : 1
      return [generic(.identityDocuments(needed: needed), proof, count: needed)]
    }
  }

  private func generic(
    _ shortfall: IdentityShortfall, _ proof: IdentityProof, count: Int
  ) -> IdentityGap {
    gap(
      shortfall,
      rules.citations(
        asking: proof, count: count, of: identity.provider, by: identity.channel))
  }

  private func gap(_ shortfall: IdentityShortfall, _ citations: [Citation]) -> IdentityGap {
    IdentityGap(shortfall: shortfall, citations: citations)
  }

  // MARK: Documents

  private mutating func take(_ document: ShownDocument, at place: Int) {
    let names = rules.documents(named: document.kind)
    guard let first = names.first else {
      unknown.append(gap(.documentUnknown(place), rules.duty(.oneself)?.citations ?? []))
      return
    }
    let inForce = names.first { rules.documents[$0.place].inForce.contains(identity.date) }
    let name = inForce ?? first
    let known = rules.documents[name.place]
    if !known.uses.isDisjoint(with: Self.refused) {
      add([gap(.documentRefused(id: known.id), known.citations)], to: &refusals)
      return
    }
    let defects =
      (inForce == nil ? [.documentNotInForce(id: known.id)] : []) + dateDefects(document, known)
    keep(
      Shown(
        place: name.place, owner: document.owner, isCopy: document.form == .copy,
        isVouched: name.isVouched, defects: defects))
  }

  /// The same paper twice is one paper: the better one.
  private mutating func keep(_ document: Shown) {
    let place = shown.firstIndex { $0.place == document.place && $0.owner == document.owner }
    guard let place else { return shown.append(document) }
    let isBetter =
      (document.defects.count, document.isCopy ? 1 : 0)
      < (shown[place].defects.count, shown[place].isCopy ? 1 : 0)
    if isBetter { shown[place] = document }
  }

  private func dateDefects(
    _ document: ShownDocument, _ known: IdentityDocument
  ) -> [IdentityShortfall] {
    var defects: [IdentityShortfall] = []
    if let last = document.expiresOn {
      if last < identity.date { defects.append(.documentExpired(id: known.id)) }
    } else if known.expires, !assumesDates {
      defects.append(.expiryNotStated(id: known.id))
    }
    if let issued = document.issuedOn {
      if issued > identity.date { defects.append(.issuedLater(id: known.id)) }
      if let months = known.months, issued.adding(months: months) < identity.date {
        defects.append(.documentTooOld(id: known.id))
      }
      if let first = known.issuedFrom, issued < first {
        defects.append(.issuedTooEarly(id: known.id))
      }
    } else if known.asksIssue, !assumesDates {
      defects.append(.issueDateNotStated(id: known.id))
    }
    return defects
  }
}
