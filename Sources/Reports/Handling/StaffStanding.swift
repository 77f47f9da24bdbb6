public import Auditing
internal import JSON
public import People

/// Whether a user with a role was trained in time and pledged secrecy (ガイドライン別添1 D).
public struct StaffStanding: Hashable, Sendable {
  /// What is to be done about a user.
  public enum Fact: String, CaseIterable, Hashable, Sendable {
    case untrained
    case trainingOverdue = "training-overdue"
    case unpledged
    /// The user recorded the own training, or pledge, and nobody else says so.
    case ownTraining = "own-training"
    case ownPledge = "own-pledge"
  }

  /// The id.
  public let user: String
  /// Role ids.
  public let roles: [String]
  /// The last training, with its topic.
  public let training: StaffRecord?
  /// The day after which the next one is late.
  public let trainingDue: CalendarDate?
  public let pledge: StaffRecord?
  /// In the order of the enum.
  public let facts: [Fact]

  /// - Parameter months: After so many months a user is trained again.
  init(_ account: UserAccount, _ records: [StaffRecord], months: Int, asOf: CalendarDate) {
    let own = records.filter { $0.subject == account.id && $0.on <= asOf }
    let training = own.filter { $0.kind != .pledge }.max { $0.on < $1.on }
    let due = training.map { $0.on.adding(months: months) }
    let pledge = own.last { $0.kind == .pledge }
    var facts: [Fact] = training == nil ? [.untrained] : []
    if let due, due < asOf { facts.append(.trainingOverdue) }
    if pledge == nil { facts.append(.unpledged) }
    if training?.isOwn == true { facts.append(.ownTraining) }
    if pledge?.isOwn == true { facts.append(.ownPledge) }
    (user, roles) = (account.id, account.statement.roles)
    (self.training, trainingDue, self.pledge, self.facts) = (training, due, pledge, facts)
  }
}

extension StaffStanding {
  static let columns: [ReportColumn] = [
    .user, ReportColumn("roles", "役割", "Roles"), ReportColumn("trained", "直近の研修", "Last training"),
    ReportColumn("topic", "内容", "Topic"), ReportColumn("due", "次の期限", "Next by"),
    ReportColumn("trained_by", "研修の記録者", "Training recorded by"),
    ReportColumn("pledged", "誓約", "Pledge"),
    ReportColumn("pledged_by", "誓約の記録者", "Pledge recorded by"),
    ReportColumn("facts", "確認事項", "Facts"), .entries,
  ]

  func cells(_ names: ReportNames) -> [ReportCell] {
    var topic: String?
    if case .training(let text)? = training?.kind { topic = text }
    return [
      names.user(user), .list(roles.map(names.role)), .optional(training?.on.isoText),
      .free(topic), .optional(trainingDue?.isoText), names.user(training?.user),
      .optional(pledge?.on.isoText), names.user(pledge?.user),
      .list(facts.map { .word(id: $0.rawValue, $0.words) }),
      .entries(EntryRanges([training, pledge].compactMap { $0?.entry })),
    ]
  }
}

extension StaffStanding.Fact {
  fileprivate var words: Words {
    switch self {
    case .untrained: Words("研修の記録なし", "never trained")
    case .trainingOverdue: Words("研修の期限超過", "training overdue")
    case .unpledged: Words("誓約の記録なし", "no pledge")
    case .ownTraining: Words("研修は本人が記録", "training recorded by the user")
    case .ownPledge: Words("誓約は本人が記録", "pledge recorded by the user")
    }
  }
}
