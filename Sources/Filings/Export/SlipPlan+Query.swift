internal import Custody

extension SlipPlan {
  /// What a slot asks of the gate; nil for one that stays blank.
  func query(_ slot: NumberSlot) -> NumberQuery? {
    var query = NumberQuery(
      code: slot.person, form: slot.form, reason: "\(incomeYear)年分", incomeYear: incomeYear)
    switch slot.number {
    case .current: return query
    case .version(let version):
      query.version = version
      return query
    case .blank: return nil
    }
  }

  /// The name that the record's standard gives the file.
  var fileName: String {
    if paper != nil { return "municipality-\(incomeYear).pdf" }
    return layout.record == "375" ? "375dat01.txt" : "unified-\(incomeYear).csv"
  }
}
