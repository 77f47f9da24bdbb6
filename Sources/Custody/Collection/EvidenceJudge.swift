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
    /// What a row that has a number cannot mean.
    let mistakes: [(column: ImportColumn, message: Phrase)]
  }

  private struct Case: Equatable {
    let columns: EvidenceColumns
    let kind: PersonKind
    let standing: DependentStanding
    let hasNumber: Bool
  }

  /// By what tells cases apart most.
  private struct Day: Hashable {
    let verifiedOn: CalendarDate?
    let sixteenFrom: Int?
  }

  private let policy: Policy
  private let today: CalendarDate
  private let user: String
  private let attestsLegacy: Bool
  private var known: [Day: [(Case, Judgement)]] = [:]
  private var count = 0
  private static let limit = 4096

  init(policy: Policy, today: CalendarDate, user: String, attestsLegacy: Bool) {
    self.policy = policy
    self.today = today
    self.user = user
    self.attestsLegacy = attestsLegacy
  }

  func judge(
    _ columns: EvidenceColumns, of kind: PersonKind, _ standing: DependentStanding, hasNumber: Bool
  ) -> Judgement {
    let row = Case(columns: columns, kind: kind, standing: standing, hasNumber: hasNumber)
    let day = Day(verifiedOn: columns.verifiedOn, sixteenFrom: standing.sixteenFrom)
    if let found = known[day]?.first(where: { $0.0 == row }) { return found.1 }
    let judgement = judge(row)
    if count == Self.limit { (known, count) = ([:], 0) }
    known[day, default: []].append((row, judgement))
    count += 1
    return judgement
  }

  private func judge(_ row: Case) -> Judgement {
    let record = row.columns.record(by: user)
    guard row.hasNumber else {
      return Judgement(evidence: record?.encoded(), verification: .none, mistakes: [])
    }
    let answer = policy.identity.judge(
      IdentityEvidence(
        kind: row.kind, standing: row.standing, numberDocument: record?.numberDocument,
        identityDocuments: record?.identityDocuments ?? [], method: record?.method,
        verifiedOn: record?.verifiedOn, attestedBy: attestsLegacy ? user : nil),
      today: today)
    // What the employee verifies stays usable, whatever is missing for category 3.
    return Judgement(
      evidence: record?.encoded(), verification: answer.state.record(policy: policy.digestHex),
      mistakes: record.map { mistakes(answer, $0) } ?? [])
  }

  /// What is missing leaves the number unverified; what contradicts itself is a mistake.
  private func mistakes(
    _ answer: IdentityAnswer, _ record: EvidenceRecord
  ) -> [(column: ImportColumn, message: Phrase)] {
    answer.missing.filter(\.shortfall.isMistake).map {
      ($0.shortfall.column(in: record), $0.shortfall.phrase)
    }
  }
}

extension IdentityShortfall {
  /// True for what a file cannot mean; what is merely missing leaves the number unverified.
  fileprivate var isMistake: Bool {
    switch self {
    case .identityDocuments, .power, .notAttested, .channel, .factNotStated, .factFails,
      .notForKind:
      false
    default: true
    }
  }

  /// The column that a shortfall is about.
  fileprivate func column(in record: EvidenceRecord) -> ImportColumn {
    switch self {
    case .identityDocuments, .power: .identityDocuments
    case .documentUnknown(let place):
      place == 1 && record.numberDocument != nil ? .numberDocument : .identityDocuments
    case .dateMissing, .dateInFuture: .verifiedOn
    case .methodMissing, .channel, .notTheEmployersToDo, .notAttested: .verificationMethod
    default: .numberDocument
    }
  }
}
