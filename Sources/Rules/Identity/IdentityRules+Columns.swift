public import People

extension IdentityRules {
  /// Judges the columns of a row by the rules in force on the day of the verification.
  ///
  /// What a column cannot show counts as said by naming the document, where the policy allows it;
  /// the answer lists those facts.
  ///
  /// - Parameter today: no verification is later than this.
  public func judge(_ evidence: IdentityEvidence, today: CalendarDate) -> IdentityAnswer {
    let isFamily = evidence.kind == .family && !evidence.standing.heir
    // Nothing kept of a dependent is nothing that was asked for.
    var evidence = evidence
    if isFamily, !evidence.standing.category3, evidence.columns.isWithoutParticulars {
      evidence.columns.method = nil
    }
    if isFamily, !evidence.standing.category3 || evidence.columns.isEmpty {
      let answer = judge(identityCase(of: evidence, on: today, by: .inPerson), assumesDates: true)
      guard evidence.columns.isEmpty || !answer.isAccepted else {
        return refused([.notTheEmployersToDo], answer.citations, by: .employee)
      }
      return answer
    }
    if evidence.columns.method == .noRecord { return attested(evidence, today: today) }
    let missing = missingColumns(evidence, today: today)
    let date = evidence.columns.verifiedOn ?? today
    let channel = evidence.columns.method.flatMap(IdentityChannel.init) ?? .inPerson
    let identity = identityCase(of: evidence, on: date, by: channel)
    var answer = judge(identity, assumesDates: true)
    guard !missing.isEmpty else {
      answer.assumesDates = answer.isAccepted && !judge(identity).isAccepted
      return answer
    }
    let gaps = missing.map { IdentityGap(shortfall: $0, citations: answer.citations) }
    return IdentityAnswer(
      state: Self.state(without: answer), verifier: answer.verifier, citations: answer.citations,
      missing: gaps + answer.missing.filter { !missing.contains($0.shortfall) }, facts: [])
  }

  /// What stays of an answer when a column is missing.
  private static func state(without answer: IdentityAnswer) -> VerificationState {
    if case .notOurs = answer.state { return answer.state }
    return .unverified(Unverified())
  }

  private func missingColumns(
    _ evidence: IdentityEvidence, today: CalendarDate
  ) -> [IdentityShortfall] {
    let columns = evidence.columns
    var missing: [IdentityShortfall] = []
    if columns.method == nil { missing.append(.methodMissing) }
    if let date = columns.verifiedOn {
      if date > today { missing.append(.dateInFuture) }
    } else {
      missing.append(.dateMissing)
    }
    if columns.numberDocument == nil, columns.provider != .formerEmployer {
      missing.append(.numberDocument)
    }
    var documents = documents(of: evidence)
    let date = columns.verifiedOn ?? today
    if !columns.days.allSatisfy({ set($0, in: &documents, shownOn: date) }) {
      missing.append(.dayOfWhich)
    }
    return missing
  }

  private func attested(_ evidence: IdentityEvidence, today: CalendarDate) -> IdentityAnswer {
    let citations = duty(.oneself)?.citations ?? []
    guard let user = evidence.attestedBy else {
      let refusal = refused([.notAttested], citations, by: .employer)
      guard evidence.kind == .family, !employeeParties(evidence.standing).isEmpty else {
        return refusal
      }
      return IdentityAnswer(
        state: .notOurs(.employeeVerifies), verifier: .employer, citations: citations,
        missing: refusal.missing, facts: [])
    }
    return IdentityAnswer(
      state: .attested(Attested(date: today, user: user)), verifier: .employer,
      citations: citations, missing: [], facts: [])
  }

  private func identityCase(
    of evidence: IdentityEvidence, on date: CalendarDate, by channel: IdentityChannel
  ) -> IdentityCase {
    let columns = evidence.columns
    var documents = documents(of: evidence)
    for day in columns.days { _ = set(day, in: &documents, shownOn: date) }
    var holding = impliedFacts
    if !columns.facts.isEmpty { holding.formUnion(CaseSet(columns.facts)) }
    return IdentityCase(
      date: date, channel: channel, kind: evidence.kind, standing: evidence.standing,
      residence: columns.livesAbroad ? .abroad : .japan, provider: provider(of: evidence),
      consentOn: columns.consentOn, documents: documents, holding: holding)
  }

  private func documents(of evidence: IdentityEvidence) -> [ShownDocument] {
    let columns = evidence.columns
    var documents = columns.powerDocuments.map { ShownDocument($0) }
    if let name = columns.numberDocument { documents.append(ShownDocument(name)) }
    let owner: ShownDocument.Owner = provider(of: evidence).isAgent ? .agent : .person
    for name in columns.identityDocuments { documents.append(ShownDocument(name, of: owner)) }
    return documents
  }

  /// Who handed the number over: unless it is said, the person, or for family the employee.
  private func provider(of evidence: IdentityEvidence) -> IdentityProvider {
    let isFamily = evidence.kind == .family && !evidence.standing.heir
    return evidence.columns.provider ?? (isFamily ? .employee : .person)
  }
}
