public import People

extension IdentityRules {
  /// Judges a verification by the law of its day.
  public func judge(_ identity: IdentityCase) -> IdentityAnswer {
    judge(identity, assumesDates: false)
  }

  /// - Parameter assumesDates: whether a last day or a day of issue that is not stated counts as
  ///   good; columns have no room for either.
  func judge(_ identity: IdentityCase, assumesDates: Bool) -> IdentityAnswer {
    if identity.provider == .formerEmployer { return judgeTransfer(identity) }
    guard identity.kind == .family, !identity.standing.heir else {
      return verify(identity, as: identity.standing.heir ? .heir : .oneself, assumesDates)
    }
    if identity.standing.category3 { return verifyCategory3(identity, assumesDates) }
    if identity.standing.isDependent { return judgeDependent(identity) }
    return refused([.noForm], noFormCitations, by: .employer)
  }

  // MARK: The employer verifies

  private func verify(
    _ identity: IdentityCase, as party: IdentityDuty.Party, _ assumesDates: Bool
  ) -> IdentityAnswer {
    let finding = IdentityTrial(self, identity, assumesDates: assumesDates).finding()
    let duty = duty(party)
    return IdentityAnswer(
      state: finding.state, verifier: duty?.verifier ?? .employer,
      citations: finding.gaps.isEmpty ? finding.citations : duty?.citations ?? [],
      missing: finding.gaps, facts: finding.facts.members)
  }

  /// The spouse files: the employer verifies, and the employee's duty for other forms stays.
  private func verifyCategory3(_ identity: IdentityCase, _ assumesDates: Bool) -> IdentityAnswer {
    let answer = verify(identity, as: .category3Spouse, assumesDates)
    guard !answer.isAccepted, !employeeParties(identity.standing).isEmpty else { return answer }
    return IdentityAnswer(
      state: .notOurs(.employeeVerifies), verifier: answer.verifier, citations: answer.citations,
      missing: answer.missing, facts: [])
  }

  // MARK: Somebody else does

  func employeeParties(_ standing: DependentStanding) -> [IdentityDuty.Party] {
    var parties: [IdentityDuty.Party] = []
    if standing.taxDependent { parties.append(.taxDependent) }
    if standing.healthDependent { parties.append(.healthDependent) }
    if standing.careFamily { parties.append(.careFamily) }
    return parties
  }

  private func judgeDependent(_ identity: IdentityCase) -> IdentityAnswer {
    let duties = employeeParties(identity.standing).compactMap { duty($0) }
    let citations = duties.flatMap(\.citations)
    var missing: [IdentityShortfall] = []
    if identity.provider != .employee { missing.append(.throughEmployee) }
    let isVolunteered = identity.holding.contains(.documentsVolunteered)
    if !identity.documents.isEmpty, !isVolunteered { missing.append(.notTheEmployersToDo) }
    guard missing.isEmpty else { return refused(missing, citations, by: .employee) }
    return IdentityAnswer(
      state: .notOurs(.employeeVerifies), verifier: .employee, citations: citations, missing: [],
      facts: [])
  }

  private func judgeTransfer(_ identity: IdentityCase) -> IdentityAnswer {
    guard let duty = duty(.transferred) else {
      return refused([.ruleNotInForce(id: "transferred")], [], by: .nobody)
    }
    var missing: [IdentityShortfall] = []
    if !duty.inForce.contains(identity.date) { missing.append(.ruleNotInForce(id: "transferred")) }
    if identity.kind != .employee, identity.kind != .officer { missing.append(.notForKind) }
    let facts: [IdentityFact] = [.consentNamesEmployer, .employmentDecided]
    for fact in facts where !identity.holding.contains(fact) {
      missing.append(identity.failing.contains(fact) ? .factFails(fact) : .factNotStated(fact))
    }
    guard let consent = identity.consentOn, consent <= identity.date else {
      return refused(missing + [.consentDate], duty.citations, by: .nobody)
    }
    guard missing.isEmpty else { return refused(missing, duty.citations, by: .nobody) }
    return IdentityAnswer(
      state: .notOurs(.consented(on: consent)), verifier: .nobody, citations: duty.citations,
      missing: [], facts: facts)
  }

  /// The answer for somebody whose employment began on a day: before it a number is taken, and the
  /// person verified, only once the hiring is decided (番号法14条1項).
  ///
  /// - Parameter failing: The facts that are said not to hold.
  public func judging(
    _ answer: IdentityAnswer, shownOn date: CalendarDate, hiredOn: CalendarDate?,
    holding: CaseSet<IdentityFact>, failing: CaseSet<IdentityFact> = []
  ) -> IdentityAnswer {
    let fact = IdentityFact.employmentDecided
    guard let hiredOn, date < hiredOn, !holding.contains(fact) else { return answer }
    let shortfall: IdentityShortfall =
      failing.contains(fact) ? .factFails(fact) : .factNotStated(fact)
    return refusing(
      IdentityGap(shortfall: shortfall, citations: question(fact)?.citations ?? []), in: answer)
  }

  /// An answer that would have been good but for one thing more.
  public func refusing(_ shortfall: IdentityShortfall, in answer: IdentityAnswer) -> IdentityAnswer
  {
    refusing(gap(shortfall), in: answer)
  }

  private func refusing(_ gap: IdentityGap, in answer: IdentityAnswer) -> IdentityAnswer {
    IdentityAnswer(
      state: .unverified(Unverified()), verifier: answer.verifier, citations: answer.citations,
      missing: [gap] + answer.missing, facts: [])
  }

  /// What is missing by the duty to verify oneself whoever gives the number.
  public func gap(_ shortfall: IdentityShortfall) -> IdentityGap {
    IdentityGap(shortfall: shortfall, citations: duty(.oneself)?.citations ?? [])
  }

  func refused(
    _ missing: [IdentityShortfall], _ citations: [Citation], by verifier: IdentityVerifier
  ) -> IdentityAnswer {
    IdentityAnswer(
      state: .unverified(Unverified()), verifier: verifier, citations: citations,
      missing: missing.map { IdentityGap(shortfall: $0, citations: citations) }, facts: [])
  }
}
