internal import People

extension PolicyDecider {
  /// Decides a read, or the comparison of two entries that must come before it.
  ///
  /// Two sealed entries are compared for whoever could read the number if they agreed.
  func decideReading(_ request: borrowing Request) throws(Refusal) -> Grant {
    let today = request.now.japanDate
    try checkSession(
      roleUntil: request.roleUntil, sessionExpires: request.sessionExpires, now: request.now)
    let purpose = try chosenPurpose(request)
    let chosen = purpose.id
    let role =
      request.action == .compare
      ? try role(among: request.roles, for: .compare, key: chosen)
      : try reader(request, of: chosen)
    if request.reason.utf8.allSatisfy({ $0 == 0x20 }) { throw .reasonMissing }
    guard purpose.inForce.contains(today) else { throw .purposeNotInForce(chosen) }
    try checkEntrustment(request, chosen, on: today)
    let form = try form(request, of: chosen, on: today)
    try checkFiling(request, of: form, on: today)
    let subjects = try subjects(of: request, on: form, today)
    let version = try openVersion(request, for: chosen)
    let isLegacy = try checkVerification(
      request.person, of: version.version, for: purpose, as: subjects, on: today)
    guard let declaration = request.person.declaration(covering: chosen.rawValue)?.id else {
      throw .notDeclared(chosen)
    }
    try checkDisposal(request.person, of: chosen, version: version, on: today)
    guard request.holdsKey else { throw notHeld(request, chosen) }
    guard request.wrapExists else { throw notSealed(request, chosen) }
    let isWaiting = request.person.secondEntry(of: version.version)?.state == .entered
    var terms = GrantTerms(
      role: role, action: request.action, purpose: chosen, form: form.id, recipient: form.recipient,
      article: article(request, form), version: version.version, declaration: declaration,
      isLegacy: isLegacy, policyDigest: policyDigest)
    if request.action == .compare {
      guard isWaiting else { throw .noVersion(version.version) }
      terms.recipient = nil
      terms.article = "番号法12条, ガイドライン別添1 B"
    } else if isWaiting {
      throw .notCompared
    }
    return Grant(request, terms)
  }

  /// The purpose asked for, or the form's first that is declared to the person.
  private func chosenPurpose(_ request: borrowing Request) throws(Refusal) -> PurposeRule {
    let id = if let asked = request.purpose { asked } else { try declaredPurpose(request) }
    guard let purpose = purposes[id] else { throw .purposeUnknown(id) }
    return purpose
  }

  private func declaredPurpose(_ request: borrowing Request) throws(Refusal) -> PurposeID {
    guard let id = request.form else { throw .purposeMissing }
    guard let form = forms[id] else { throw .formUnknown(id) }
    for purpose in form.purposes where request.person.declares(purpose.rawValue) { return purpose }
    guard let first = form.purposes.first else { throw .purposeMissing }
    return first
  }

  private func form(
    _ request: borrowing Request, of purpose: PurposeID, on date: CalendarDate
  ) throws(Refusal) -> FormRule {
    guard let id = request.form else { throw .formMissing }
    guard let form = forms[id] else { throw .formUnknown(id) }
    guard form.inForce.contains(date) else { throw .formNotInForce(id) }
    guard form.purposes.contains(purpose) else { throw .formNotOfPurpose(id, purpose) }
    if form.carries.isEmpty { throw .formCarriesNobody(id) }
    return form
  }

  /// A copy that is filed by income year must be filed for the person's slip of that year.
  private func checkFiling(
    _ request: borrowing Request, of form: FormRule, on today: CalendarDate
  ) throws(Refusal) {
    if form.filings.isEmpty { return }
    guard let year = request.incomeYear else { throw .yearMissing(form.id) }
    let leftOn = request.person.lastLeaving
    // The proprietor stands on others' slips, as the payer.
    let isPayer = request.person.kind == .proprietor
    let isFiled = form.filings.contains {
      isPayer
        ? $0.filesSome(of: year)
        : $0.files(year, due: SlipDue.day(ofIncomeYear: year, leftOn: leftOn))
    }
    guard isFiled, year <= today.year else {
      let due = SlipDue.day(ofIncomeYear: year, leftOn: leftOn)
      throw .copyNotFiled(NeedlessCopy(form.id, year, due: due, under: form.filings))
    }
  }

  /// What the person is on the form.
  private func subjects(
    of request: borrowing Request, on form: FormRule, _ today: CalendarDate
  ) throws(Refusal) -> SubjectSet {
    let subjects = SubjectSet(of: request.person, incomeYear: request.incomeYear)
      .sure(on: form.carries(on: today))
    if subjects.isEmpty { throw .formNotForSubject(form.id) }
    return subjects
  }

  /// The version asked for, if it may be opened and nothing of it waits.
  func usableVersion(
    _ request: borrowing Request, for purpose: PurposeID
  ) throws(Refusal) -> NumberVersion {
    let version = try openVersion(request, for: purpose)
    guard version.usable else { throw .notCompared }
    return version
  }

  /// The version asked for, if it may be opened, be it to compare its two entries.
  private func openVersion(
    _ request: borrowing Request, for purpose: PurposeID
  ) throws(Refusal) -> NumberVersion {
    try checkPurged(request.person, purpose)
    let number = request.version ?? request.person.currentVersion
    if number == 0 { throw .noNumber(request.person.noNumberReason) }
    guard let version = request.person.version(number) else { throw .noVersion(number) }
    switch version.how {
    case .current, .changed: break
    case .corrected: throw .versionWrong(number)
    case .purged: throw .versionPurged(number)
    }
    switch request.person.secondEntry(of: number)?.state {
    case .entered: return version
    case .awaitingEntry, .awaitingCheck: throw .secondEntryMissing
    case .differed, .disagreed: throw .secondEntryDiffers
    case .agreed, .checked, nil: break
    }
    guard version.usable else { throw .noVersion(number) }
    return version
  }

  private func checkPurged(
    _ person: borrowing PersonRecord, _ purpose: PurposeID
  ) throws(Refusal) {
    guard !person.purgedPurposes.isEmpty, let day = person.purgedOn(purpose.rawValue) else {
      return
    }
    if let anew = person.declaration(covering: purpose.rawValue), anew.date > day { return }
    throw .purged(purpose, on: day)
  }

  /// Whether the number counts as the person's for this purpose; true when it rests on attestation.
  ///
  /// - Parameters:
  ///   - version: the version of the number, whose own verification counts.
  ///   - subjects: what the person is on the form.
  func checkVerification(
    _ person: borrowing PersonRecord, of version: Int, for purpose: PurposeRule,
    as subjects: SubjectSet, on today: CalendarDate
  ) throws(Refusal) -> Bool {
    switch person.verification(of: version) {
    case .none, .numberProved, .claimed:
      throw .notVerified(purpose.id, missing: identity.missing(of: person, on: today))
    case .employeeDuty:
      guard person.kind == .family, purpose.familyVerifiedBy == .employee,
        !subjects.isDisjoint(with: .verifiedByEmployee)
      else { throw .notVerified(purpose.id, missing: identity.missing(of: person, on: today)) }
      return false
    case .verified(let rule, let date, _):
      guard identity.isInForce(rule: rule, on: date) else {
        throw .verificationRuleNotInForce(on: date)
      }
      return false
    case .legacy: return true
    case .articleNineteenFour: return false
    }
  }

  func checkDisposal(
    _ person: borrowing PersonRecord, of purpose: PurposeID, version: NumberVersion,
    on today: CalendarDate
  ) throws(Refusal) {
    let replaced = version.how == .changed ? version : nil
    guard let disposal = retention.disposal(of: purpose, for: person, version: replaced) else {
      return
    }
    if disposal <= today {
      throw .pastDisposal(purpose, lastDay: disposal.adding(days: -1))
    }
  }
}
