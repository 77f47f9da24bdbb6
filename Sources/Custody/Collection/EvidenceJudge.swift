internal import People
internal import Rules
internal import Wording

/// Judges what rows say of verifications, and remembers it: most rows of a file say the same.
///
/// A judgement follows from the columns, the person's kind and standing, and the policy, the day
/// and the user of one import, of which there is one judge each.
final class EvidenceJudge {
  /// What comes of the columns of a row.
  struct Judgement {
    /// The evidence record as it is sealed; nil when every column is empty.
    let evidence: [UInt8]?
    let verification: Verification
    /// What the verification lacks.
    let missing: [IdentityGap]
    /// Whether it rests on a paper of which no last day is stated.
    var assumesDates = false
    /// What a row that has a number cannot mean.
    let mistakes: [(column: ImportColumn, message: Phrase)]
  }

  private struct Case: Equatable {
    let fields: EvidenceFields
    let kind: PersonKind
    let standing: DependentStanding
    let hasNumber: Bool
    /// The first day of an employment that began after the verification.
    var hiredOn: CalendarDate?
  }

  /// By what tells cases apart most.
  private struct Day: Hashable {
    let verifiedOn: CalendarDate?
    let sixteenFrom: Int?
  }

  private let policy: Policy
  private let today: CalendarDate
  private let user: String
  private let attests: Bool
  private let changedOn: CalendarDate?
  private var known: [Day: [(Case, Judgement)]] = [:]
  private var count = 0
  private static let limit = 4096

  /// - Parameters:
  ///   - attests: Whether the user may answer for what was verified before the vault.
  ///   - changedOn: The day from which the numbers of the file stand in the place of others.
  init(
    policy: Policy, today: CalendarDate, user: String, attests: Bool, changedOn: CalendarDate?
  ) {
    self.policy = policy
    self.today = today
    self.user = user
    self.attests = attests
    self.changedOn = changedOn
  }

  /// - Parameter hiredOn: The first day of the employment; nil for who is not employed.
  func judge(
    _ fields: EvidenceFields, of kind: PersonKind, _ standing: DependentStanding, hasNumber: Bool,
    hiredOn: CalendarDate? = nil
  ) -> Judgement {
    var row = Case(
      fields: fields, kind: kind, standing: standing, hasNumber: hasNumber, hiredOn: nil)
    if let hiredOn, let shown = fields.verifiedOn, shown < hiredOn, fields.method != .noRecord {
      row.hiredOn = hiredOn
    }
    let day = Day(verifiedOn: fields.verifiedOn, sixteenFrom: standing.sixteenFrom)
    if let found = known[day]?.first(where: { $0.0 == row }) { return found.1 }
    let judgement = judge(row)
    if count == Self.limit { (known, count) = ([:], 0) }
    known[day, default: []].append((row, judgement))
    count += 1
    return judgement
  }

  private func judge(_ row: Case) -> Judgement {
    let columns = row.fields.columns
    let evidence =
      columns.isEmpty ? nil : EvidenceRecord(.columns(columns), recordedBy: user).encoded()
    guard row.hasNumber else {
      return Judgement(evidence: evidence, verification: .none, missing: [], mistakes: [])
    }
    let answer = policy.identity.judging(
      policy.identity.judge(
        IdentityEvidence(
          kind: row.kind, standing: row.standing, columns, attestedBy: attests ? user : nil),
        today: today),
      shownOn: columns.verifiedOn ?? today, hiredOn: row.hiredOn, holding: CaseSet(columns.facts))
    return Judgement(
      evidence: evidence, verification: verification(answer, columns), missing: answer.missing,
      assumesDates: answer.assumesDates, mistakes: columns.isEmpty ? [] : mistakes(answer, columns))
  }

  /// What is kept of the answer with the person.
  private func verification(
    _ answer: IdentityAnswer, _ columns: IdentityColumns
  ) -> Verification {
    // What the employee verifies stays usable, whatever is missing for category 3.
    if case .unverified = answer.state, columns.method == .noRecord {
      return .claimed(on: columns.verifiedOn ?? today, by: user)
    }
    return answer.state.record(policy: policy.digestHex)
  }

  /// What is missing leaves the number unverified; what contradicts itself is a mistake.
  private func mistakes(
    _ answer: IdentityAnswer, _ columns: IdentityColumns
  ) -> [(column: ImportColumn, message: Phrase)] {
    var mistakes = answer.missing.filter(\.shortfall.isMistake).map {
      (
        $0.shortfall.column(in: columns, under: policy.identity, on: columns.verifiedOn ?? today),
        $0.shortfall.phrase(under: policy.identity)
      )
    }
    if let changedOn, let shown = columns.verifiedOn, shown < changedOn {
      mistakes.append((.verifiedOn, IdentityShortfall.beforeNumberChanged.phrase))
    }
    return mistakes
  }
}

extension IdentityShortfall {
  /// True for what a file cannot mean; what is merely missing leaves the number unverified.
  fileprivate var isMistake: Bool {
    switch self {
    case .identityDocuments, .power, .notAttested, .channel, .factNotStated, .factFails,
      .notForKind, .notForResidence:
      false
    default: true
    }
  }

  /// The column that a shortfall is about.
  ///
  /// - Parameter date: The day of the verification, whose names of documents count.
  fileprivate func column(
    in columns: IdentityColumns, under rules: IdentityRules, on date: CalendarDate
  ) -> ImportColumn {
    switch self {
    case .identityDocuments, .power: .identityDocuments
    case .documentUnknown(let place):
      column(ofDocument: place, in: columns)
    case .documentNotInForce(let id), .documentRefused(let id), .originalNeeded(let id):
      column(in: columns) { rules.document(named: $0, on: date)?.id == id }
    case .dateMissing, .dateInFuture: .verifiedOn
    case .consentDate: .consentOn
    case .documentExpired: .documentExpiry
    case .documentTooOld, .issuedTooEarly, .issuedLater: .documentIssue
    case .dayOfWhich:
      columns.days.contains { $0.kind == .expiry } ? .documentExpiry : .documentIssue
    case .methodMissing, .channel, .notTheEmployersToDo, .notAttested: .verificationMethod
    default: .numberDocument
    }
  }

  /// The column that names a document.
  private func column(
    in columns: IdentityColumns, naming isNamed: (String) -> Bool
  ) -> ImportColumn {
    if columns.powerDocuments.contains(where: isNamed) { return .powerDocuments }
    let isOfIdentity = columns.identityDocuments.contains(where: isNamed)
    return isOfIdentity && columns.numberDocument.map(isNamed) != true
      ? .identityDocuments : .numberDocument
  }

  /// Documents of a power stand first, then that of the number, then those of the identity.
  private func column(ofDocument place: Int, in columns: IdentityColumns) -> ImportColumn {
    let powers = columns.powerDocuments.count
    if place <= powers { return .powerDocuments }
    return place == powers + 1 && columns.numberDocument != nil
      ? .numberDocument : .identityDocuments
  }
}
