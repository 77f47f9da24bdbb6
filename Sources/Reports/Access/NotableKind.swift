/// A fact that a reviewer looks at; whether it was right, a person says.
public enum NotableKind: String, Hashable, Sendable, CaseIterable {
  /// One user read many numbers on one day.
  case bulkReads = "bulk-reads"
  /// Numbers were used, or files made, outside of the usual hours.
  case outOfHours = "out-of-hours"
  /// A purpose was used outside of its season.
  case outOfSeason = "out-of-season"
  /// The number of somebody was read who had left by then.
  case afterLeaving = "after-leaving"
  /// A user used a purpose for the first time.
  case firstUse = "first-use"
  /// A user was refused again and again on one day.
  case repeatedRefusals = "repeated-refusals"
  /// Signing in failed again and again on one day.
  case repeatedFailures = "repeated-sign-in-failures"
  /// The clock went back.
  case clockBack = "clock-back"
  /// A file with numbers stands after its day.
  case notDisposed = "not-disposed"

  var words: Words {
    switch self {
    case .bulkReads: Words("一日に多数の利用", "many numbers read on one day")
    case .outOfHours: Words("時間外・休日の利用", "out of hours")
    case .outOfSeason: Words("時期外の利用", "a purpose out of season")
    case .afterLeaving: Words("退職後の利用", "read after leaving")
    case .firstUse: Words("利用目的の初めての利用", "a first use of a purpose")
    case .repeatedRefusals: Words("拒否の繰返し", "refused repeatedly")
    case .repeatedFailures: Words("サインイン失敗の繰返し", "failed sign-ins repeated")
    case .clockBack: Words("時計の逆行", "the clock went back")
    case .notDisposed: Words("期限後も残るファイル", "a file not disposed of")
    }
  }
}
