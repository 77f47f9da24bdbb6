internal import Custody
internal import People

/// What a file of records comes to before any number is opened.
struct ForeseenRecords {
  var numbers: NumberForesight
  var records = 0
  /// Public numbers that stand in them.
  var known: KnownTexts
  /// Whose record voids one that could not be looked at.
  var uncompared: [PersonCode] = []

  init(_ plan: RecordPlan, _ session: Session) {
    numbers = NumberForesight(session)
    known = KnownTexts(plan.employer)
  }
}
