internal import Custody

extension SlipPlan {
  /// What a slot asks of the gate.
  func query(_ slot: NumberSlot) -> NumberQuery {
    NumberQuery(
      code: slot.person, form: slot.form, reason: "\(incomeYear)年分", incomeYear: incomeYear)
  }

  /// The name that the record's standard gives the file.
  var fileName: String {
    layout.record == "375" ? "375dat01.txt" : "unified-\(incomeYear).csv"
  }
}
