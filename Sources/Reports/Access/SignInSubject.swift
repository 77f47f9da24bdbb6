public import Auditing

/// An attempt to sign in, by the user named.
public struct SignInSubject: Hashable, Sendable {
  /// The user's id, or `unknown`.
  public let user: String
  /// `sign-in` or `sign-in-failed`.
  public let action: String
  /// How it ended.
  public let outcome: Outcome
  /// Whether the clock had been set back: it was behind the newest entry.
  public let isClockBehind: Bool
}

extension SignInSubject: TableSubject {
  static let columns: [ReportColumn] = [
    .action, .user, .outcome, ReportColumn("clock", "備考", "Note"),
  ]

  func cells(_ names: ReportNames) -> [ReportCell] {
    [
      LogAction.cell(action), names.user(user), outcome.cell,
      isClockBehind ? .word(id: "clock-behind", Words("時計が戻された", "clock went back")) : .empty,
    ]
  }
}
