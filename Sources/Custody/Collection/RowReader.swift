internal import Auditing
internal import Numbers
internal import People
internal import Rules
internal import Text
internal import Wording

/// Turns a row of the person file into a draft, or into all its mistakes.
struct RowReader {
  let header: ImportHeader
  let policy: Policy
  let today: CalendarDate
  let file: String
  let judge: EvidenceJudge
  private let words = ColumnWords()

  init(
    header: ImportHeader, policy: Policy, today: CalendarDate, file: String, judge: EvidenceJudge
  ) {
    self.header = header
    self.policy = policy
    self.today = today
    self.file = file
    self.judge = judge
  }

  /// The draft of a row; nil with mistakes in `mistakes`.
  func draft(
    _ row: borrowing CSVRow, hasNumber: Bool, mistakes: inout [InputMistake]
  ) -> PersonDraft? {
    var fields = ImportFields(row, header, words, file: file)
    var draft = draft(row.line, &fields, hasNumber: hasNumber)
    if let kind = draft?.kind { draft?.events = events(&fields, kind) }
    mistakes += fields.mistakes
    return fields.mistakes.isEmpty ? draft : nil
  }

  /// Whose own row it is, as far as a faulty one tells.
  func employee(ofFaulty row: borrowing CSVRow) -> PersonCode? {
    var fields = ImportFields(row, header, words, file: file)
    let relationship = fields.value(.relationship, Relationship.self)
    guard relationship == nil || relationship == .oneself else { return nil }
    return employeeCode(&fields)
  }

  /// The number of a row, tokenised from its bytes; nil without one.
  func number(
    _ row: borrowing CSVRow, mistakes: inout [InputMistake]
  ) -> MyNumber? {
    guard let place = header.place(.myNumber) else { return nil }
    return NumberField.number(row, at: place, file: file, mistakes: &mistakes)
  }

  private func draft(
    _ line: Int, _ fields: inout ImportFields, hasNumber: Bool
  ) -> PersonDraft? {
    let relationship = fields.value(.relationship, Relationship.self)
    let kind = kind(&fields, relationship)
    let employee = employeeCode(&fields)
    let profile = profile(&fields)
    let standing = standing(&fields, profile, kind, relationship)
    let noForm = kind == .family ? refusal(of: .family(standing, relationship)) : nil
    if hasNumber, let noForm { fields.note(.taxDependent, noForm) }
    var shown = evidence(&fields, livesAbroad: profile?.livesAbroad ?? false)
    var reason = noNumberReason(&fields, hasNumber: hasNumber)
    let purposes = purposes(&fields)
    let dependentNumber = dependentNumber(&fields, kind)
    let (hired, left) = (fields.date(.hiredOn), fields.date(.leftOn))
    let lastPaid = fields.date(.lastPaidOn)
    let leaveReason = fields.value(.leaveReason, LeaveReason.self)
    if let hired, let left, left < hired { fields.note(.leftOn, "before 入社日") }
    guard let employee, let kind, let profile else { return nil }
    let isDecided = checkHiring(&fields, kind, hiredOn: hired, hasNumber: hasNumber)
    if isDecided, let hired { shown.noteDecided(before: hired) }
    let payment = payment(&fields, kind, hasNumber: hasNumber)
    if payment == .below || noForm != nil, reason == .notAsked { reason = .exempt }
    let judgement = judge.judge(
      shown, of: kind, standing, hasNumber: hasNumber,
      hiredOn: kind == .employee || kind == .officer ? hired : nil)
    for mistake in judgement.mistakes { fields.note(mistake.column, mistake.message) }
    return PersonDraft(
      line: line, employee: employee, dependentNumber: dependentNumber, kind: kind,
      relationship: relationship, standing: standing, profile: profile, hiredOn: hired,
      leftOn: left, leaveReason: leaveReason, lastPaidOn: lastPaid, noNumberReason: reason,
      verification: judgement.verification, missing: judgement.missing,
      assumesDates: judgement.assumesDates, shown: shown, evidence: judgement.evidence,
      purposes: purposes, doubt: payment.doubt,
      noForm: noForm)
  }

  private func employeeCode(_ fields: inout ImportFields) -> PersonCode? {
    guard let text = fields.text(.employeeCode) else {
      fields.noteMissing(.employeeCode)
      return nil
    }
    do throws(PeopleError) {
      return try PersonCode(employee: Folding.halfWidth(text))
    } catch {
      fields.note(.employeeCode, error.phrase)
      return nil
    }
  }

  private func kind(
    _ fields: inout ImportFields, _ relationship: Relationship?
  ) -> PersonKind? {
    // What is told once leaves the kind open, so that nothing that follows from it is told too.
    let hasUnknown = relationship == nil && fields.text(.relationship) != nil
    guard fields.text(.kind) != nil else {
      return hasUnknown ? nil : relationship?.defaultKind ?? .employee
    }
    guard let kind = fields.value(.kind, PersonKind.self), !hasUnknown else { return nil }
    let isSelf = relationship == nil || relationship == .oneself
    guard (kind == .family) != isSelf else {
      fields.note(
        .kind,
        isSelf
          ? "family needs a 続柄 other than 本人" : "only family has a 続柄 other than 本人")
      return nil
    }
    return kind
  }

  private func dependentNumber(_ fields: inout ImportFields, _ kind: PersonKind?) -> Int? {
    guard let kind, let text = fields.text(.dependentNumber) else { return nil }
    guard kind == .family else {
      fields.note(.dependentNumber, "only family has one")
      return nil
    }
    guard let number = Int(Folding.halfWidth(text)), (1...99).contains(number) else {
      fields.note(.dependentNumber, "not a number from 1 to 99")
      return nil
    }
    return number
  }

  private func profile(_ fields: inout ImportFields) -> Profile? {
    let (family, given) = (fields.text(.familyName), fields.text(.givenName))
    guard let name = fields.text(.name) ?? Self.joined(family, given) else {
      fields.noteMissing(.name)
      return nil
    }
    var profile = Profile(name: name)
    profile.familyName = family
    profile.givenName = given
    profile.kana = fields.text(.kana)
    profile.filingName = fields.text(.filingName)
    profile.alias = fields.text(.alias)
    profile.birthDate = fields.date(.birthDate)
    if let birth = profile.birthDate, birth > today { fields.note(.birthDate, "in the future") }
    profile.sex = fields.value(.sex, Sex.self)
    profile.postalCode = fields.text(.postalCode)
    profile.address = fields.text(.address)
    profile.filingAddress = fields.text(.filingAddress)
    profile.municipalityCode = fields.text(.municipalityCode).map(Folding.halfWidth)
    profile.livesAbroad = fields.flag(.livesAbroad)
    if let own = fields.text(.ownCode) { profile.ownCode = ownCode(own, &fields) }
    return profile
  }

  private static func joined(_ family: String?, _ given: String?) -> String? {
    let joined = [family, given].compactMap { $0 }.joined(separator: "\u{3000}")
    return joined.isEmpty ? nil : joined
  }

  private func ownCode(_ text: String, _ fields: inout ImportFields) -> PersonCode? {
    do throws(PeopleError) {
      return try PersonCode(employee: Folding.halfWidth(text))
    } catch {
      fields.note(.ownCode, error.phrase)
      return nil
    }
  }

  private func standing(
    _ fields: inout ImportFields, _ profile: Profile?, _ kind: PersonKind?,
    _ relationship: Relationship?
  ) -> DependentStanding {
    let standing = DependentStanding(
      taxDependent: fields.flag(.taxDependent), healthDependent: fields.flag(.healthDependent),
      category3: fields.flag(.category3), careFamily: fields.flag(.careFamily),
      heir: fields.flag(.heir), sixteenFrom: profile?.birthDate?.firstYear(ofAge: 16))
    guard let kind, kind != .family else { return kind == nil ? .none : standing }
    // An heir may be paid without being of the family of the list.
    let own = DependentStanding(heir: kind == .payee && standing.heir)
    if standing.isDependent, !own.heir || standing.isDependentOfEmployee {
      fields.note(.taxDependent, "only family is a dependent")
    }
    return own
  }

  private func noNumberReason(
    _ fields: inout ImportFields, hasNumber: Bool
  ) -> NoNumberReason? {
    guard let reason = fields.value(.noNumberReason, NoNumberReason.self) else {
      return hasNumber || fields.text(.noNumberReason) != nil ? nil : .notAsked
    }
    if hasNumber { fields.note(.noNumberReason, "there is a number") }
    if !reason.isImportable { fields.note(.noNumberReason, "not a reason to give") }
    return reason
  }

  private func purposes(_ fields: inout ImportFields) -> [PurposeID]? {
    let names = fields.list(.purposes)
    guard !names.isEmpty else { return nil }
    var purposes: [PurposeID] = []
    for name in names {
      let found = policy.purposes.first {
        $0.id.rawValue == name || Folding.key($0.ja) == Folding.key(name)
      }
      guard let found else {
        let known = policy.purposes.map(\.id.rawValue).joined(separator: ", ")
        let why = policy.forbiddenPurpose(named: name)?.phrase
        fields.note(
          .purposes,
          why
            ?? "no purpose of the policy, or one without a basis in law (番号法9条4項); known: \(known)"
        )
        continue
      }
      purposes.append(found.id)
    }
    return purposes
  }

  private func evidence(
    _ fields: inout ImportFields, livesAbroad: Bool
  ) -> EvidenceFields {
    EvidenceFields(
      numberDocument: fields.text(.numberDocument),
      identityDocuments: fields.text(.identityDocuments),
      method: fields.value(.verificationMethod, VerificationMethod.self),
      verifiedOn: fields.date(.verifiedOn), rest: rest(&fields, livesAbroad: livesAbroad))
  }
}
