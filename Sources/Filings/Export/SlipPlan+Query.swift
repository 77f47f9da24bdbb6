internal import Custody

extension SlipPlan {
  /// What a slot asks of the gate.
  func query(_ slot: NumberSlot) -> NumberQuery {
    NumberQuery(
      code: slot.person, form: slot.form, reason: "\(incomeYear)年分", incomeYear: incomeYear)
  }
}
