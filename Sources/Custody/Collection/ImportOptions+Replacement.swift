internal import Auditing
internal import JSON
internal import People
internal import Wording

extension ImportOptions {
  /// - Throws: as ``Replacement/check(on:)``, and `.usage` for a change of names that lies ahead.
  func check(on today: CalendarDate) throws(CustodyError) {
    try replacement?.check(on: today)
    guard particularsChangedOn.map({ $0 <= today }) ?? true else {
      throw CustodyError(.usage("the day of the change lies ahead"))
    }
  }
}

extension ImportOptions.Replacement {
  /// - Throws: `.badInput` for a reason that is too long or holds a number, `.usage` for a change
  ///   that lies ahead.
  func check(on today: CalendarDate) throws(CustodyError) {
    guard case .change(let date, let reason) = self else { return }
    guard date <= today else {
      throw CustodyError(.usage("the day of the change lies ahead"))
    }
    do throws(AuditingError) {
      _ = try FreeText(reason)
    } catch {
      throw CustodyError(error)
    }
  }

  /// The day from which the new number stands; nil for a correction.
  var changedOn: CalendarDate? {
    guard case .change(let date, _) = self else { return nil }
    return date
  }

  /// The day on which the number in use took its place by the same replacement; nil if this is
  /// another one.
  ///
  /// A correction is another one with a later verification, a change with another day. A second
  /// entry that differs says that the number is wrong again.
  func repeated(_ draft: PersonDraft, of record: PersonRecord) -> CalendarDate? {
    guard let current = record.current, !record.secondEntryDiffers,
      let former = record.versions.last(where: { $0.version < current.version }),
      let replacedOn = former.replacedOn
    else { return nil }
    switch self {
    case .change(let date, _): return former.how != .corrected && replacedOn == date ? date : nil
    case .correction:
      // A wrong number that was destroyed says no more than when another took its place.
      let isCorrection =
        former.how == .corrected || former.how == .purged && replacedOn == current.declaredOn
      let known = record.verification.verifiedOn ?? replacedOn
      let isLater = draft.shown.verifiedOn.map { known < $0 } ?? false
      return isCorrection && !isLater ? replacedOn : nil
    }
  }

  /// Says in the batch's entry why numbers were replaced.
  func note(in content: inout EntryContent) {
    switch self {
    case .correction:
      content.detail["replace"] = .string("correction")
    case .change(let date, let reason):
      content.detail["replace"] = .string("change")
      content.detail["changed"] = .string(date.isoText)
      content.reason = reason
    }
  }
}
