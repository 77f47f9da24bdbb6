internal import People

extension Refusal: CustomStringConvertible {
  /// The rule's id, as the log writes it.
  public var rule: String {
    switch self {
    case .notSignedIn: "not-signed-in"
    case .sessionExpired: "session-expired"
    case .grantNotInDate: "grant-not-in-date"
    case .roleUnknown: "role-unknown"
    case .roleForbids: "role-forbids"
    case .roleForbidsPurpose: "role-forbids-purpose"
    case .purposeMissing: "purpose-missing"
    case .purposeUnknown: "purpose-unknown"
    case .purposeNotInForce: "purpose-not-in-force"
    case .purposeForbidden: "purpose-forbidden"
    case .formMissing: "form-missing"
    case .formUnknown: "form-unknown"
    case .formNotInForce: "form-not-in-force"
    case .formNotOfPurpose: "form-not-of-purpose"
    case .formCarriesNobody: "form-carries-nobody"
    case .formNotForSubject: "form-not-for-subject"
    case .notVerified: "not-verified"
    case .verificationRuleNotInForce: "verification-rule-not-in-force"
    case .particularsKept: "particulars-kept"
    case .receivedSince: "received-since"
    case .employeeVerifies: "employee-verifies"
    case .verifiedAlready: "verified-already"
    case .notDeclared: "not-declared"
    case .pastDisposal: "past-disposal"
    case .keyNotHeld: "key-not-held"
    case .numberNotOpened: "number-not-opened"
    case .noWrap: "no-wrap"
    case .noNumber: "no-number"
    case .noVersion: "no-version"
    case .versionWrong: "version-wrong"
    case .versionPurged: "version-purged"
    case .purged: "purged"
    case .reasonMissing: "reason-missing"
    case .secondEntryMissing: "second-entry-missing"
    case .secondEntryDiffers: "second-entry-differs"
    case .notCompared: "not-compared"
    case .secondEntryBySame: "second-entry-by-same"
    case .collectionNotNeeded: "collection-not-needed"
    case .yearMissing: "year-missing"
    case .copyNotFiled: "copy-not-filed"
    case .onHold: "on-hold"
    case .presumptionNotAccepted: "presumption-not-accepted"
    case .purgeNotApproved: "purge-not-approved"
    case .entrustment(let gap): gap.rule
    case .notShared: "not-shared"
    case .stillKept: "still-kept"
    }
  }

  /// The article, or the safety measure, that the refusal rests on.
  public var article: String {
    switch self {
    case .notSignedIn, .sessionExpired, .grantNotInDate, .roleUnknown:
      "番号法12条, ガイドライン別添1 F-b"
    case .roleForbids, .roleForbidsPurpose, .keyNotHeld, .numberNotOpened, .noWrap:
      "番号法12条, ガイドライン別添1 F-a"
    case .purposeMissing, .purposeUnknown, .purposeNotInForce: "番号法9条4項"
    case .purposeForbidden(let use):
      use.citations.map(\.description).joined(separator: ", ")
    case .formMissing, .formUnknown, .formNotInForce, .formNotOfPurpose, .yearMissing:
      "番号法19条"
    case .formCarriesNobody: "番号法19条, 所得税法施行規則93条1項"
    case .formNotForSubject: "番号法9条4項, 19条"
    case .notVerified(_, let missing):
      IdentityRules.citations(of: missing).map(\.description).filter { $0 != "番号法16条" }
        .reduce("番号法16条") { "\($0), \($1)" }
    case .verificationRuleNotInForce, .particularsKept, .receivedSince, .verifiedAlready:
      "番号法16条"
    case .employeeVerifies: "所得税法194条1項, 健康保険法施行規則38条1項"
    case .notDeclared: "番号法9条4項, 個人情報保護法18条, 21条"
    case .pastDisposal, .purged, .versionPurged: "番号法20条"
    case .versionWrong: "番号法19条"
    case .noNumber, .noVersion, .collectionNotNeeded: "番号法14条1項"
    case .reasonMissing: "ガイドライン別添1 C-b"
    case .secondEntryMissing, .secondEntryDiffers, .notCompared, .secondEntryBySame:
      "ガイドライン別添1 B"
    case .copyNotFiled(let copy):
      copy.citations.reduce("番号法19条2号") { "\($0), \($1)" }
    case .onHold, .presumptionNotAccepted, .stillKept: "番号法20条"
    case .purgeNotApproved: "ガイドライン別添1 E-d"
    case .entrustment(let gap): gap.article
    case .notShared: "番号法19条6号"
    }
  }

  /// What to do about it.
  public var remedy: String { remedy(naming: .ids) }

  /// What to do about it, with the names that the policy has.
  public func remedy(naming names: PolicyNames) -> String {
    switch self {
    case .notSignedIn: "sign in with your own passphrase"
    case .sessionExpired: "sign in again"
    case .grantNotInDate: "ask the administrator for a new grant"
    case .roleUnknown, .roleForbids: "ask a user whose role allows it"
    case .roleForbidsPurpose(let purpose), .keyNotHeld(let purpose):
      "ask a user who holds the key of \(names[purpose]), or be granted it by one"
    case .purposeMissing: "name the purpose of use"
    case .purposeUnknown: "use a purpose of the policy (policy show)"
    case .purposeForbidden: "do without the number; consent allows nothing here (番号法30条2項)"
    case .purposeNotInForce, .formNotInForce: "update the policy, or use the form now in force"
    case .numberNotOpened(let purposes):
      purposes.isEmpty
        ? "collect the number again"
        : "have it done by a user who holds \(Self.key(of: purposes, names))"
    case .formMissing: "name the form copy the number goes on"
    case .formUnknown: "use a form copy of the policy (policy show)"
    case .formNotOfPurpose(_, let purpose): "use a form copy of \(names[purpose])"
    case .formCarriesNobody: "make this copy without the number; none is needed for it"
    case .formNotForSubject: "leave this person's number off the copy"
    case .notVerified(_, let missing):
      missing.contains { $0.shortfall == .notAttested }
        ? "have the responsible person attest it (verify attest)"
        : "verify and record it (verify record)"
    case .particularsKept, .receivedSince: "verify anew and record it (verify record)"
    case .employeeVerifies: "nothing is to be done, but for category 3: verify record"
    case .verifiedAlready: "nothing is to be done"
    case .verificationRuleNotInForce: "verify again by a rule now in force"
    case .notDeclared(let purpose): "declare \(names[purpose]) to the person first"
    case .pastDisposal: "have the administrator purge it"
    case .noWrap(let purpose):
      "declare \(names[purpose]) to the person anew (declare --purposes \(purpose)), which seals it "
        + "for that"
    case .noNumber(let reason): noNumberRemedy(reason)
    case .noVersion: "use the current number"
    case .versionWrong:
      "void the slip on paper without it, as the office says, and file the right one"
    case .versionPurged:
      "void the slip on paper from a copy of it, or have the office void it"
    case .purged: "collect the number again if the work has arisen anew"
    case .reasonMissing: "say in a few words why the number is needed"
    case .secondEntryMissing: "have a second person confirm the number"
    case .secondEntryDiffers:
      "look at the document and import the number anew (person import --replace correction)"
    case .notCompared: "have the number read by a user who holds its key; that compares the two"
    case .secondEntryBySame: "ask another user to enter or check it"
    case .collectionNotNeeded: "do not ask for the number"
    case .yearMissing: "name the income year (--year)"
    case .copyNotFiled(let copy):
      copy.countedBy.map { "file \(names[$0]) instead" }
        ?? "use the copy that is filed for the year (slip plan)"
    case .onHold: "remove the hold when its reason has ended"
    case .presumptionNotAccepted: "record the completion, or accept the presumption"
    case .purgeNotApproved:
      "write the plan (purge --dry-run --plan FILE) and have another user approve it (purge approve)"
    case .entrustment(let gap): gap.remedy
    case .notShared: "have a holder share it, if the contract needs it (entrustment share)"
    case .stillKept: "wait for the day, or record the event that ended the matter"
    }
  }

  private static func key(of purposes: [PurposeID], _ names: PolicyNames) -> String {
    let list = purposes.map { names[$0] }.joined(separator: ", ")
    return purposes.count == 1 ? "the key of \(list)" : "a key of \(list)"
  }

  private func noNumberRemedy(_ reason: NoNumberReason?) -> String {
    reason == nil
      ? "ask for the number and record the asking"
      : "ask again and record the asking (refusal record)"
  }

  public var description: String { text(naming: .ids) }

  /// What is refused, with the names that the policy has.
  public func text(naming names: PolicyNames) -> String {
    switch self {
    case .notSignedIn: "nobody is signed in"
    case .sessionExpired: "the session has ended"
    case .grantNotInDate(let until): "the grant ended on \(until.isoText)"
    case .roleUnknown: "the user has no role of the policy"
    case .roleForbids(let action): "no role of the user allows \(action.rawValue)"
    case .roleForbidsPurpose(let purpose): "no role of the user works for \(names[purpose])"
    case .purposeMissing: "no purpose of use is named"
    case .purposeUnknown(let purpose): "the policy has no purpose \(names[purpose])"
    case .purposeNotInForce(let purpose): "the purpose \(names[purpose]) is not in force"
    case .purposeForbidden(let use): "\(use.en): \(use.whyEn)"
    case .formMissing: "no form copy is named"
    case .formUnknown(let form): "the policy has no form copy \(names[form])"
    case .formNotInForce(let form): "the form copy \(names[form]) is not in force"
    case .formNotOfPurpose(let form, let purpose):
      "\(names[form]) is not a form copy of \(names[purpose])"
    case .formCarriesNobody(let form): "\(names[form]) carries nobody's number"
    case .formNotForSubject(let form): "\(names[form]) does not carry the number of such a person"
    case .notVerified(let purpose, let missing):
      missing.reduce(into: "the person is not verified for \(names[purpose])") { text, gap in
        text += (gap == missing.first ? ": " : "; ") + gap.english(under: names.identity)
      }
    case .particularsKept: "particulars of the verification are kept and do not suffice"
    case .receivedSince(let day, let limit):
      "only numbers received before the vault was begun on \(limit.isoText) can be attested: this "
        + "one counts from \(day.isoText)"
    case .employeeVerifies: "the employee verifies this person"
    case .verifiedAlready: "the number is verified or attested already"
    case .verificationRuleNotInForce(let day):
      "the rule of verification was not in force on \(day.isoText)"
    case .notDeclared(let purpose): "\(names[purpose]) was not declared to the person"
    case .pastDisposal(let purpose, let day):
      "the retention for \(names[purpose]) ended on \(day.isoText)"
    case .keyNotHeld(let purpose): "the key of \(names[purpose]) is not held"
    case .numberNotOpened: "no key that opens the number is held"
    case .noWrap(let purpose): "the number is not sealed for \(names[purpose])"
    case .noNumber(let reason): reason.map { "there is no number: \($0)" } ?? "there is no number"
    case .versionWrong(let version): "number version \(version) was collected wrongly"
    case .versionPurged(let version): "number version \(version) was destroyed"
    case .noVersion(let version): "number version \(version) is not usable"
    case .purged(let purpose, let day):
      "the number was destroyed for \(names[purpose]) on \(day.isoText)"
    case .reasonMissing: "no reason is given"
    case .secondEntryMissing: "the number has not been confirmed by a second person"
    case .secondEntryDiffers: "the second entry or check of the number does not agree with it"
    case .notCompared: "the two entries of the number have not been compared"
    case .secondEntryBySame: "the same user entered the number first"
    case .collectionNotNeeded(let purpose):
      "no form of \(names[purpose]) carries such a person's number"
    case .yearMissing(let form): "\(names[form]) is of an income year, and none is named"
    case .copyNotFiled(let copy):
      "\(names[copy.form]) is not filed for income year \(copy.incomeYear)"
        + (copy.countedBy.map { ": filing \(names[$0]) counts as it" } ?? "")
    case .onHold: "a hold keeps the number"
    case .purgeNotApproved: "no second user approved this plan of a purge"
    case .presumptionNotAccepted(let purpose):
      "the end of \(names[purpose]) is presumed, not recorded"
    case .entrustment(let gap): gap.text(naming: names)
    case .notShared(let purpose, let contractor):
      "the number is not shared with \(contractor) for \(names[purpose])"
    case .stillKept(let purpose, let day):
      day.map { "the number is kept for \(names[purpose]) through \($0.isoText)" }
        ?? "the number is still needed for \(names[purpose])"
    }
  }
}
