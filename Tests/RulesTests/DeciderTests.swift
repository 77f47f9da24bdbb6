import People
import Rules
import Testing

@Suite("The decider")
struct DeciderTests {
  let decider: PolicyDecider

  init() throws { decider = PolicyDecider(policy: try TestPolicy.policy()) }

  /// A read that is permitted, to be spoilt one way at a time.
  func good() throws -> Request {
    Request(
      actor: "u2", roles: [RoleID("accountant")], roleUntil: day("2027-03-31"),
      sessionExpires: Timestamp(day("2026-11-23")), purpose: PurposeID("tax-withholding"),
      form: FormCopyID("withholding-slip-tax-office"), reason: "slip 2025",
      person: try TestPerson.make(), personRow: 7, incomeYear: 2025, holdsKey: true,
      wrapExists: true,
      now: Timestamp(day("2026-11-22"), secondOfDay: 3600))
  }

  func refusal(_ change: (inout Request) throws -> Void) throws -> Refusal? {
    var request = try good()
    try change(&request)
    do {
      _ = try decider.decide(request)
      return nil
    } catch {
      return error
    }
  }

  @Test("grants a read with all that its entry says")
  func grants() throws {
    let grant = try decider.decide(good())
    #expect(grant.actor == "u2")
    #expect(grant.role == RoleID("accountant"))
    #expect(grant.form == FormCopyID("withholding-slip-tax-office"))
    #expect(grant.recipient == .taxOffice)
    #expect(grant.article == "番号法19条2号")
    #expect(grant.version == 1)
    #expect(grant.personRow == 7)
    #expect(grant.declaration?.bytes == [UInt8](repeating: 2, count: 16))
    #expect(grant.policyDigest.utf8.count == 64)
    let isLegacy = grant.isLegacy
    #expect(!isLegacy)
  }

  @Test("refuses when the session ended or the grant is out of date")
  func session() throws {
    #expect(try refusal { $0.sessionExpires = $0.now } == .sessionExpired)
    #expect(
      try refusal { $0.roleUntil = day("2026-11-21") } == .grantNotInDate(until: day("2026-11-21")))
    #expect(try refusal { $0.roleUntil = day("2026-11-22") } == nil)
  }

  @Test("a number waits for its second entry, and is compared before it is read")
  func secondEntry() throws {
    for (state, expected) in [
      (SecondEntry.State.awaitingEntry, Refusal.secondEntryMissing),
      (.awaitingCheck, .secondEntryMissing), (.entered, .notCompared),
      (.differed, .secondEntryDiffers), (.disagreed, .secondEntryDiffers),
    ] {
      let entry = SecondEntry(version: 1, state: state, firstBy: "u1", by: "u2")
      #expect(try refusal { $0.person.note(entry, usable: false) } == expected)
      let compared = try refusal {
        $0.person.note(entry, usable: false)
        $0.action = .compare
      }
      #expect(compared == (state == .entered ? nil : expected))
    }
    for state in [SecondEntry.State.agreed, .checked] {
      let entry = SecondEntry(version: 1, state: state, firstBy: "u1", by: "u2")
      #expect(try refusal { $0.person.note(entry, usable: true) } == nil)
      #expect(
        try refusal {
          $0.person.note(entry, usable: true)
          $0.action = .compare
        } == .noVersion(1))
    }
  }

  @Test("two entries are compared by the rules of a read, for nobody outside")
  func comparison() throws {
    let entry = SecondEntry(version: 1, state: .entered, firstBy: "u1", by: "u2")
    let compare: (inout Request) -> Void = {
      $0.person.note(entry, usable: false)
      $0.action = .compare
    }
    var request = try good()
    compare(&request)
    let grant = try decider.decide(request)
    #expect(grant.action == .compare && grant.recipient == nil)
    for change: (inout Request) -> Void in [
      { $0.holdsKey = false }, { $0.wrapExists = false }, { $0.person.verification = .none },
      { $0.person.declarations = [] }, { $0.reason = " " },
      { $0.form = FormCopyID("withholding-slip-recipient") }, { $0.roles = [RoleID("auditor")] },
    ] {
      let refused = try refusal {
        compare(&$0)
        change(&$0)
      }
      #expect(refused != nil)
    }
  }

  @Test("goes by the day in Japan")
  func japan() throws {
    // 16:00 UTC of 22 November is 23 November in Japan.
    let late = Timestamp(day("2026-11-22"), secondOfDay: 16 * 3600)
    let found = try refusal {
      $0.sessionExpires = nil
      $0.roleUntil = day("2026-11-22")
      $0.now = late
    }
    #expect(found == .grantNotInDate(until: day("2026-11-22")))
  }

  @Test("refuses roles that do not read, do not hold the key or are unknown")
  func roles() throws {
    let tax = PurposeID("tax-withholding")
    #expect(try refusal { $0.roles = [RoleID("auditor")] } == .roleForbids(.read))
    #expect(try refusal { $0.roles = [RoleID("administrator")] } == .roleForbids(.read))
    #expect(try refusal { $0.roles = [RoleID("hr")] } == .roleForbidsPurpose(tax))
    #expect(try refusal { $0.roles = [RoleID("king")] } == .roleUnknown)
    #expect(try refusal { $0.roles = [] } == .roleUnknown)
    #expect(try refusal { $0.roles = [RoleID("hr"), RoleID("accountant")] } == nil)
  }

  @Test("refuses unknown purposes and forms, and forms of another purpose")
  func forms() throws {
    let tax = PurposeID("tax-withholding")
    #expect(try refusal { $0.purpose = PurposeID("sales") } == .purposeUnknown(PurposeID("sales")))
    #expect(try refusal { $0.form = nil } == .formMissing)
    #expect(try refusal { ($0.form, $0.purpose) = (nil, nil) } == .purposeMissing)
    #expect(try refusal { $0.form = FormCopyID("x") } == .formUnknown(FormCopyID("x")))
    let other = FormCopyID("payment-record")
    #expect(try refusal { $0.form = other } == .formNotOfPurpose(other, tax))
    let early = Timestamp(day("2015-12-31"))
    #expect(
      try refusal { ($0.now, $0.sessionExpires) = (early, nil) } == .purposeNotInForce(tax))
  }

  @Test("refuses the employee's own copy to everyone")
  func ownCopy() throws {
    let form = FormCopyID("withholding-slip-recipient")
    let found = try refusal { $0.form = form }
    #expect(found == .formCarriesNobody(form))
    #expect(found?.article == "番号法19条, 所得税法施行規則93条1項")
  }

  private func child(sixteenFrom: Int?) throws -> PersonRecord {
    try TestPerson.make(
      .family, code: "0012-2", relationship: .child,
      standing: DependentStanding(taxDependent: true, sixteenFrom: sixteenFrom),
      purposes: ["tax-withholding", "tax-declarations"])
  }

  @Test("refuses a child under 16 on the tax office's copy, and lets the municipality's carry it")
  func under16() throws {
    let (taxOffice, municipality) = (
      FormCopyID("withholding-slip-tax-office"), FormCopyID("withholding-slip-municipality")
    )
    func read(_ form: FormCopyID, _ year: Int?, sixteenFrom: Int?) throws -> Refusal? {
      let person = try child(sixteenFrom: sixteenFrom)
      return try refusal { ($0.person, $0.form, $0.incomeYear) = (person, form, year) }
    }
    #expect(try read(taxOffice, 2024, sixteenFrom: 2025) == .formNotForSubject(taxOffice))
    #expect(try read(taxOffice, 2025, sixteenFrom: 2025) == nil)
    #expect(try read(municipality, 2024, sixteenFrom: 2025) == nil)
    // Somebody of unknown age may be under 16, so the copy must carry both.
    #expect(try read(taxOffice, 2025, sixteenFrom: nil) == .formNotForSubject(taxOffice))
    #expect(try read(municipality, 2025, sixteenFrom: nil) == nil)
    #expect(try read(taxOffice, nil, sixteenFrom: 2025) == .yearMissing(taxOffice))
    #expect(try read(municipality, nil, sixteenFrom: 2025) == .yearMissing(municipality))
  }

  @Test("asks for no year where a form is of none, and takes a relative of either age there")
  func undatedForm() throws {
    let person = try child(sixteenFrom: nil)
    let form = FormCopyID("dependents-declaration")
    #expect(
      try refusal {
        ($0.person, $0.form, $0.incomeYear) = (person, form, nil)
        $0.purpose = PurposeID("tax-declarations")
      } == nil)
  }

  @Test("refuses a copy that is not filed for the person's slip of the year")
  func filingRange() throws {
    let form = FormCopyID("withholding-slip-tax-office")
    func read(
      _ year: Int, left: String? = nil, _ kind: PersonKind = .employee
    ) throws -> Refusal? {
      try refusal {
        $0.person = try TestPerson.make(kind)
        ($0.incomeYear, $0.person.leftOn) = (year, left.map(day))
      }
    }
    #expect(try read(2026, left: "2026-06-30") == nil)
    #expect(try read(2026, .proprietor) == nil, "as the payer on a leaver's slip")
    for year in [2015, 2027, Int.max] {
      guard case .copyNotFiled(let copy)? = try read(year) else {
        Issue.record("\(year) must be refused")
        continue
      }
      #expect(copy.form == form && copy.incomeYear == year)
    }
    let needless = try #require(try read(2026))
    #expect(needless.rule == "copy-not-filed")
    #expect(needless.article == "番号法19条2号, 所得税法226条, 令和5年法律3号附則1条8号")
    #expect("\(needless)".hasSuffix(": filing withholding-slip-municipality counts as it"))
    #expect(needless.remedy == "file withholding-slip-municipality instead")
    #expect(try read(2026, left: "2026-12-31") == needless)
    #expect(
      try refusal {
        ($0.form, $0.incomeYear) = (FormCopyID("withholding-slip-municipality"), 2027)
      }?.rule == "copy-not-filed", "the year has not begun")
  }

  @Test("lets a retirement slip carry others than officers from 2026 on")
  func retirementSlips() throws {
    func read(_ kind: PersonKind, _ today: String, _ form: String) throws -> Refusal? {
      try refusal {
        $0.person = try TestPerson.make(kind, purposes: ["retirement-income"])
        ($0.purpose, $0.form) = (PurposeID("retirement-income"), FormCopyID(form))
        ($0.now, $0.sessionExpires, $0.incomeYear) = (Timestamp(day(today)), nil, nil)
      }
    }
    for form in ["retirement-slip-tax-office", "retirement-slip-municipality"] {
      #expect(try read(.officer, "2025-12-31", form) == nil)
      #expect(
        try read(.employee, "2025-12-31", form) == .formNotForSubject(FormCopyID(form)))
      #expect(try read(.employee, "2026-01-01", form) == nil)
    }
  }

  @Test("refuses a family member who is no dependent, and an unregistered spouse for tax")
  func family() throws {
    let form = FormCopyID("withholding-slip-tax-office")
    let mother = try TestPerson.make(
      .family, relationship: .mother, standing: DependentStanding(healthDependent: true))
    #expect(try refusal { $0.person = mother } == .formNotForSubject(form))
    let partner = try TestPerson.make(
      .family, relationship: .unregisteredSpouse, standing: DependentStanding(taxDependent: true))
    #expect(try refusal { $0.person = partner } == .formNotForSubject(form))
  }

  @Test("refuses what is not verified, or by a rule not in force on its day")
  func verification() throws {
    let tax = PurposeID("tax-withholding")
    func missing(_ verification: Verification) throws -> [IdentityShortfall]? {
      guard
        case .notVerified(tax, let missing)? = try refusal({
          $0.person.verification = verification
        })
      else { return nil }
      return missing.map(\.shortfall)
    }
    let today = day("2026-11-22")
    #expect(try missing(.none) == [.numberDocument, .identityDocuments(needed: 1)])
    #expect(
      try missing(.numberProved(rule: "resident-record", on: today, policy: ""))
        == [.identityDocuments(needed: 1)])
    #expect(try missing(.claimed(on: today, by: "u1")) == [.notAttested])
    #expect(try missing(.employeeDuty) == [])
    let early = day("2025-03-31")
    #expect(
      try refusal {
        $0.person.verification = .verified(rule: "electronic-card", on: early, policy: "")
      } == .verificationRuleNotInForce(on: early))
    #expect(
      try refusal {
        $0.person.verification = .verified(rule: "face", on: early, policy: "")
      } == .verificationRuleNotInForce(on: early))
    #expect(
      try refusal {
        $0.person.verification = .articleNineteenFour(consentOn: early)
      } == nil)
  }

  @Test("names what is missing and under which article in the refusal")
  func notVerifiedWords() throws {
    let refusal = try #require(try refusal { $0.person.verification = .none })
    #expect(refusal.description.contains("a document that proves the number is missing"))
    #expect(refusal.description.contains("an identity document is missing"))
    #expect(refusal.article == "番号法16条, 番号法施行令12条1項, 番号法施行規則1条")
    #expect(refusal.remedy.contains("verify record"))
    let claimed = try #require(
      try self.refusal { $0.person.verification = .claimed(on: day("2026-11-22"), by: "u1") })
    #expect(claimed.remedy.contains("verify attest"))
  }

  @Test("grants what was attested, and says so")
  func legacy() throws {
    var request = try good()
    request.person.verification = .legacy(attestedOn: day("2026-01-05"), by: "u0")
    let isLegacy = try decider.decide(request).isLegacy
    #expect(isLegacy)
  }

  @Test("takes the employee's verification for a health dependent, not for category 3")
  func category3() throws {
    let spouse = try TestPerson.make(
      .family, relationship: .spouse,
      standing: DependentStanding(healthDependent: true, category3: true),
      purposes: ["health-pension", "pension-category3"])
    func read(_ form: String, _ purpose: String?) throws -> Refusal? {
      try refusal {
        ($0.person, $0.roles) = (spouse, [RoleID("hr")])
        ($0.form, $0.purpose) = (FormCopyID(form), purpose.map { PurposeID($0) })
      }
    }
    #expect(try read("health-dependents-change", "health-pension") == nil)
    #expect(try read("health-dependents-change", nil) == nil)
    let category3 = PurposeID("pension-category3")
    guard
      case .notVerified(category3, let missing)? =
        try read("category3-notice", "pension-category3")
    else {
      Issue.record("not refused as not verified")
      return
    }
    #expect(missing.map(\.shortfall) == [.power, .numberDocument, .identityDocuments(needed: 1)])
    let articles = IdentityRules.citations(of: missing).map(\.description)
    #expect(articles.contains("番号法施行規則6条1項2号"))
  }

  @Test("refuses a purpose that was not declared")
  func declaration() throws {
    let tax = PurposeID("tax-withholding")
    #expect(try refusal { $0.person.declarations = [] } == .notDeclared(tax))
  }

  /// A person whose first number was changed for a second that is not verified.
  private func change(_ request: inout Request, _ how: NumberVersion.State = .changed) {
    request.person.keepVerification()
    request.person.versions = [
      NumberVersion(
        version: 1, declaredOn: day("2024-04-01"), replacedOn: day("2026-05-01"), how: how),
      NumberVersion(version: 2, declaredOn: day("2026-05-01")),
    ]
    request.person.currentVersion = 2
    request.person.verification = .none
  }

  @Test("opens a former number by its own verification, not by that of the one in use")
  func formerVersion() throws {
    #expect(try refusal { change(&$0) }?.rule == "not-verified")
    #expect(
      try refusal {
        change(&$0)
        $0.version = 1
      } == nil)
    let other = try refusal {
      change(&$0)
      $0.person.forgetVerification(of: 1)
      $0.person.verification = .legacy(attestedOn: day("2026-05-01"), by: "u0")
      $0.version = 1
    }
    #expect(other?.rule == "not-verified", "the new one's verification is not the old one's")
  }

  @Test(
    "says of a former number that it was collected wrongly, or destroyed, and what to do",
    arguments: [
      (NumberVersion.State.corrected, Refusal.versionWrong(1)), (.purged, .versionPurged(1)),
    ])
  func formerUnusable(how: NumberVersion.State, expected: Refusal) throws {
    let found = try refusal {
      change(&$0, how)
      $0.version = 1
    }
    #expect(found == expected)
    #expect(expected.remedy.contains("on paper") && !expected.article.isEmpty)
  }

  @Test("refuses what has no number, an unusable version, or was purged")
  func numbers() throws {
    #expect(
      try refusal { ($0.person.currentVersion, $0.person.noNumberReason) = (0, .refused) }
        == .noNumber(.refused))
    #expect(try refusal { $0.version = 2 } == .noVersion(2))
    let tax = PurposeID("tax-withholding")
    #expect(
      try refusal { $0.person.notePurge(of: "tax-withholding", on: day("2026-01-11")) }
        == .purged(tax, on: day("2026-01-11")))
    #expect(
      try refusal { $0.person.notePurge(of: "tax-withholding", on: day("2020-01-11")) } == nil)
  }

  @Test("refuses past the disposal, and a hold opens nothing again")
  func disposal() throws {
    let tax = PurposeID("tax-withholding")
    let old: (inout Request) -> Void = {
      $0.person.leftOn = day("2018-03-31")
      $0.person.lastPaidOn = day("2018-04-25")
      $0.incomeYear = 2018
    }
    #expect(try refusal(old) == .pastDisposal(tax, lastDay: day("2026-01-10")))
    for until in [nil, day("2026-12-31")] {
      #expect(
        try refusal {
          old(&$0)
          $0.person.holds = [Hold(id: "h1", reason: "suit", until: until)]
        } == .pastDisposal(tax, lastDay: day("2026-01-10")))
    }
  }

  @Test("refuses without the key or the wrap, after everything else")
  func keys() throws {
    let tax = PurposeID("tax-withholding")
    #expect(try refusal { $0.holdsKey = false } == .keyNotHeld(tax))
    #expect(try refusal { $0.wrapExists = false } == .noWrap(tax))
    #expect(
      try refusal { ($0.holdsKey, $0.person.declarations) = (false, []) } == .notDeclared(tax))
  }

  @Test("refuses a read without a reason, and an action that opens nothing")
  func reason() throws {
    #expect(try refusal { $0.reason = "  " } == .reasonMissing)
    #expect(try refusal { $0.action = .audit } == .roleForbids(.audit))
  }

  @Test("lets the administrator purge only what is due, not held, and not merely presumed")
  func erasure() throws {
    let tax = PurposeID("tax-withholding")
    let purge: (inout Request) -> Void = {
      ($0.action, $0.roles, $0.form) = (.purge, [RoleID("administrator")], nil)
    }
    #expect(try refusal(purge) == .stillKept(tax, lastDay: nil))
    let left: (inout Request) -> Void = {
      purge(&$0)
      $0.person.leftOn = day("2017-12-31")
    }
    #expect(try refusal(left) == .presumptionNotAccepted(tax))
    #expect(
      try refusal {
        left(&$0)
        $0.erasure = .retentionEnded(acceptsPresumption: true)
      } == nil)
    #expect(
      try refusal {
        left(&$0)
        $0.person.holds = [Hold(id: "h", reason: "suit")]
      } == .onHold)
    #expect(
      try refusal {
        left(&$0)
        $0.erasure = .retentionEnded(acceptsPresumption: true)
        $0.person.holds = [Hold(id: "h", reason: "suit", until: day("2026-11-21"))]
      } == nil)
    #expect(
      try refusal {
        left(&$0)
        $0.roles = [RoleID("accountant")]
      } == .roleForbids(.purge))
    #expect(
      try refusal {
        purge(&$0)
        ($0.erasure, $0.roles) = (.corrected, [RoleID("hr")])
      } == nil)
  }

  @Test("lets a wrong number go at once, unless it was filed, is held or is not the one in use")
  func correction() throws {
    let tax = PurposeID("tax-withholding")
    let correct: (inout Request) -> Void = {
      ($0.action, $0.roles, $0.form) = (.purge, [RoleID("hr")], nil)
      $0.erasure = .corrected
    }
    #expect(try refusal(correct) == nil)
    #expect(
      try refusal {
        correct(&$0)
        $0.roles = [RoleID("administrator")]
      } == nil)
    #expect(
      try refusal {
        correct(&$0)
        $0.roles = [RoleID("auditor")]
      } == .roleForbids(.purge))
    #expect(
      try refusal {
        correct(&$0)
        $0.person.holds = [Hold(id: "h", reason: "suit")]
      } == .onHold)
    #expect(
      try refusal {
        correct(&$0)
        $0.person.add(LifeEvent(.slipFiled, year: 2025, basis: .recorded))
      } == .stillKept(tax, lastDay: nil))
    #expect(
      try refusal {
        correct(&$0)
        $0.version = 9
      } == .noVersion(9))
  }

  @Test("lets a purpose be added only where a form carries the person")
  func widening() throws {
    let (tax, insurance) = (PurposeID("tax-withholding"), PurposeID("employment-insurance"))
    let widen: (inout Request) throws -> Void = {
      ($0.action, $0.form, $0.purpose) = (.widen, nil, insurance)
      ($0.key, $0.target) = (PurposeKey(tax), PurposeKey(insurance))
    }
    #expect(try refusal(widen) == .notDeclared(insurance))
    #expect(
      try refusal {
        try widen(&$0)
        $0.person = try TestPerson.make(purposes: ["employment-insurance"])
      } == nil)
    #expect(
      try refusal {
        try widen(&$0)
        $0.person = try TestPerson.make(.officer, purposes: ["employment-insurance"])
      } == .collectionNotNeeded(insurance))
    let declared: (inout Request) throws -> Void = {
      try widen(&$0)
      $0.person = try TestPerson.make(purposes: ["employment-insurance"])
    }
    #expect(
      try refusal {
        try declared(&$0)
        $0.target = PurposeKey(insurance, share: "office")
      } == nil)
    #expect(
      try refusal {
        try declared(&$0)
        $0.target = PurposeKey(tax)
      } == .purposeMissing)
    #expect(
      try refusal {
        try declared(&$0)
        $0.target = nil
      } == .purposeMissing)
  }

  @Test("lets a purpose be added only by a key that opens the number in use")
  func wideningKeys() throws {
    let (tax, insurance) = (PurposeID("tax-withholding"), PurposeID("employment-insurance"))
    let widen: (inout Request) throws -> Void = {
      ($0.action, $0.form, $0.purpose) = (.widen, nil, insurance)
      ($0.key, $0.target) = (PurposeKey(tax), PurposeKey(insurance))
      $0.person = try TestPerson.make(purposes: ["employment-insurance"])
    }
    #expect(
      try refusal {
        try widen(&$0)
        ($0.key, $0.holdsKey, $0.openers) = (nil, false, [tax])
      } == .numberNotOpened([tax]))
    #expect(
      try refusal {
        try widen(&$0)
        $0.wrapExists = false
      } == .noWrap(tax))
    #expect(
      try refusal {
        try widen(&$0)
        $0.person.versions[0] = NumberVersion(
          version: 1, declaredOn: $0.person.versions[0].declaredOn, how: .changed)
      } == .noVersion(1))
    #expect(
      try refusal {
        try widen(&$0)
        $0.person.notePurge(of: "employment-insurance", on: day("2026-11-22"))
      } == .purged(insurance, on: day("2026-11-22")))
    let ended = try refusal {
      try widen(&$0)
      ($0.person.hiredOn, $0.person.leftOn) = (day("2014-04-01"), day("2015-03-31"))
    }
    #expect(ended?.rule == "past-disposal")
    let carriedOn = try refusal {
      try widen(&$0)
      $0.person = try TestPerson.make(purposes: ["employment-insurance", "health-pension"])
      $0.key = PurposeKey(PurposeID("health-pension"))
      $0.person.add(
        LifeEvent(
          .insuranceEnded, on: day("2024-06-30"), purpose: "health-pension", basis: .recorded))
    }
    #expect(
      carriedOn?.rule == "past-disposal" && "\(carriedOn as Any)".contains("health-pension"),
      "\(carriedOn as Any)")
    #expect(
      try refusal {
        try widen(&$0)
        $0.roles = [RoleID("auditor")]
      } == .roleForbids(.widen))
  }

  @Test("authorises what opens no number by role and date")
  func authorise() throws {
    let now = Timestamp(day("2026-11-22"))
    #expect(
      try decider.authorise(
        .audit, roles: [RoleID("hr"), RoleID("auditor")], roleUntil: nil, sessionExpires: nil,
        now: now) == RoleID("auditor"))
    #expect(throws: Refusal.roleForbids(.purge)) {
      try decider.authorise(
        .purge, roles: [RoleID("hr")], roleUntil: nil, sessionExpires: nil, now: now)
    }
  }
}
