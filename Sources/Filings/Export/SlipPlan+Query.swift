internal import Custody

extension SlipPlan {
  /// What a slot asks of the gate; nil for one that stays blank.
  func query(_ slot: NumberSlot) -> NumberQuery? {
    NumberQuery(
      of: slot.person, slot.number, form: slot.form, reason: reason,
      incomeYear: incomeYear)
  }

  /// The name that the record's standard gives the file.
  var fileName: String {
    if paper != nil { return "municipality-\(incomeYear)" + (part.map { "-" + $0 } ?? "") + ".pdf" }
    return layout.record == "375" ? "375dat01.txt" : "unified-\(incomeYear).csv"
  }
}
